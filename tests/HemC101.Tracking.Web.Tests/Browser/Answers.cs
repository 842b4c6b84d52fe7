using System.Globalization;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>What a careful person fills in on the main path, by step, thing and field; the most exact name wins.</summary>
internal static class Answers
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["cd3"] = "1.2",
        ["weight"] = "70",
        ["processed_volume"] = "8000",
        ["collection.complete/volume"] = "100",
        ["tnc"] = "12",
        ["cd3_collected"] = "3",
        ["hct"] = "3",
        ["viability"] = "95",
        ["min_c"] = "4",
        ["max_c"] = "6",
        ["bag.receive/max_c"] = "-160",
        ["max_minutes"] = "60",
        ["p_cd3_after"] = "2.5",
        ["p_purity"] = "95",
        ["p_seeded"] = "200",
        ["p_moi"] = "5",
        ["p_vector_volume"] = "10",
        ["p_cells"] = "4000",
        ["p_viability"] = "95",
        ["p_car"] = "35",
        ["p_volume"] = "40",
        ["car"] = "35",
        ["qc.result/viability/result"] = "90",
        ["qc.result/cd3/result"] = "90",
        ["qc.result/car/result"] = "35",
        ["qc.result/vcn/result"] = "2",
        ["qc.result/endotoxin/result"] = "0.5",
        ["nucleated"] = "10",
        ["split.plan/cd3"] = "100",
        ["split.plan/viability"] = "100",
        ["bulk_volume"] = "40",
        ["split.fill-day1/filled_volume"] = "6",
        ["split.fill-day2/filled_volume"] = "14",
        ["surplus"] = "5",
        ["tank_c"] = "-180",
        ["temperature"] = "36.6",
        ["spo2"] = "97",
        ["ice"] = "10",
        ["crs"] = "0",
        ["icans"] = "0",
        ["reaction"] = "0",
        ["infusion.end/1/volume"] = "6",
        ["infusion.end/2/volume"] = "14",
        ["grade"] = "1",
    };

    /// <summary>Statements that are not true of a good course.</summary>
    private static readonly HashSet<string> Unticked = ["pressure_support", "rescue", "new_exclusion", "stop_manufacture"];

    private static readonly Dictionary<string, int> DaysAgo = new() { ["cd3_taken_at"] = 1, ["markers_on"] = 5 };

    public static string To(string step, string on, string field) =>
        Known.GetValueOrDefault($"{step}/{on}/{field}") ?? Known.GetValueOrDefault($"{step}/{field}") ?? Known.GetValueOrDefault(field)
        ?? throw new InvalidOperationException($"No answer to {field} of {step} {on}.");

    public static bool IsTrue(string field) => !Unticked.Contains(field);

    public static string Moment(string field) => Ago(field).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    public static string Day(string field) => Ago(field).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Ago(string field) =>
        TimeProvider.System.GetUtcNow().ToOffset(MoscowTime.Offset).AddDays(-DaysAgo.GetValueOrDefault(field));
}
