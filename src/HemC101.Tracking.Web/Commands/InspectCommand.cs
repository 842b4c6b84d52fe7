using System.Text.Encodings.Web;
using System.Text.Json;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Says what a code is, as JSON.</summary>
internal sealed class InspectCommand : ICommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "inspect";

    public string Usage => "'<scan>'";

    public Text Purpose => new("показать, что прочитано из кода (JSON)", "show what a code says (JSON)");

    public IReadOnlyCollection<string> Options => [];

    public Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        if (line.Words is not [var raw])
        {
            return Task.FromResult(CommandDesk.Misused(this, screen));
        }

        var reading = BarcodeReader.Read(raw);
        screen.Out.WriteLine(JsonSerializer.Serialize(Shown(reading), Json));
        return Task.FromResult(reading is Reading.Understood ? ExitCode.Good : ExitCode.No);
    }

    private static object Shown(Reading reading) => reading switch
    {
        Reading.Understood known => Shown(known, InspectedCode.Of(known.Code)),
        Reading.Unreadable no => new { Understood = false, Reason = new { no.Reason.Ru, no.Reason.En } },
        _ => throw new InvalidOperationException($"Unexpected reading {reading}."),
    };

    private static object Shown(Reading.Understood known, InspectedCode code) =>
        new { Understood = true, code.Kind, code.Identifiers, known.Normalized, known.LayoutCorrected, known.Typed };
}
