using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>What became of a line, and what of it was not as expected.</summary>
/// <param name="Events">That it left in its participant's chain.</param>
/// <param name="Wrong">Empty when all was as expected.</param>
internal sealed record ScenarioResult(
    ScenarioLine Line, DateTimeOffset At, ScenarioOutcome Outcome, IReadOnlyList<string> Events, IReadOnlyList<string> Wrong)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public bool IsGood => Wrong.Count == 0;

    /// <summary>One JSON object on one line.</summary>
    public string Write() => JsonSerializer.Serialize(
        new
        {
            Line.File,
            Line = Line.Number,
            At = Show(At),
            Participant = string.Join(',', Line.Participants),
            Step = Line.Step?.Id ?? $"{Line.Deed}".ToLowerInvariant(),
            Outcome = Outcome.Word,
            Reasons = Outcome.Reasons.Count > 0 ? Outcome.Reasons : null,
            Said = Outcome.Said,
            Events = Events.Count > 0 ? Events : null,
            Ok = IsGood,
            Wrong = IsGood ? null : Wrong,
        },
        Json);

    public static string WriteSummary(int files, int lines, int failed, TimeSpan took) =>
        JsonSerializer.Serialize(new { Files = files, Lines = lines, Failed = failed, Seconds = Math.Round(took.TotalSeconds, 1) }, Json);

    /// <summary>Moscow wall time.</summary>
    public static string Show(DateTimeOffset moment) => moment.ToOffset(MoscowTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
