using System.Globalization;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>What a careful person would fill in: every field in order, every statement true.</summary>
internal static class Answers
{
    /// <summary>Of eight loci.</summary>
    public const string StrProfile = "D3S1358 15/16; vWA 17/18; TH01 6/9.3; FGA 21/24; D8S1179 13/14; D21S11 29/30; D18S51 14/16; D5S818 11/12";

    private static readonly Dictionary<string, string> Known = new()
    {
        ["apheresis.order/cd3"] = "1.2",
        ["weight"] = "70",
        ["processed_volume"] = "8000",
        ["collection.complete/volume"] = "100",
        ["tnc"] = "12",
        ["cd3_collected"] = "3",
        ["hct"] = "3",
        ["viability"] = "100",
        ["min_c"] = "4",
        ["collection.receive/max_c"] = "6",
        ["bag.receive/max_c"] = "-160",
        ["nucleated"] = "10",
        ["split.plan/cd3"] = "100",
        ["split.report-underdose/cd3"] = "100",
        ["split.report-underdose/bulk_volume"] = "12",
        ["car"] = "35",
        ["bulk_volume"] = "40",
        ["split.fill-day1/filled_volume"] = "6.0",
        ["split.fill-day2/filled_volume"] = "14.0",
        ["surplus"] = "5",
        ["tank_c"] = "-180",
        ["temperature"] = "36.6",
        ["spo2"] = "97",
        ["ice"] = "10",
        ["crs"] = "0",
        ["icans"] = "0",
        ["reaction"] = "0",
        ["grade"] = "1",
        ["actual"] = "",
        ["max_minutes"] = "60",
        ["qc.result/viability"] = "90",
        ["qc.result/cd3"] = "90",
        ["qc.result/car"] = "35",
        ["qc.result/vcn"] = "2",
        ["qc.result/endotoxin"] = "0.5",
        ["pressure_support"] = "",
        ["rescue"] = "",
        ["new_exclusion"] = "",
        ["stop_manufacture"] = "",
    };

    public static string To(Step step, Field field, Facts facts) =>
        Known.GetValueOrDefault($"{step.Id}/{(field.Name == "result" ? facts.Target : field.Name)}")
        ?? Known.GetValueOrDefault(field.Name)
        ?? field switch
        {
            NumberField when field.Name == "volume" => Number(facts.Bag!.VolumeMl),
            NumberField number => Number(Math.Round((number.Min + number.Max) / 2, number.Decimals)),
            ChoiceField choice => choice.Choices[0].Code,
            CheckField => "true",
            MomentField when field.Name == "cd3_taken_at" => Moment(facts.Now.AddDays(-1)),
            MomentField => Moment(facts.Now),
            DayField when field.Name == "markers_on" => Day(facts.Now.AddDays(-5)),
            DayField => Day(facts.Now),
            ReferenceField => "REF-1",
            TextField => "Показано участнику.",
            ProfileField => StrProfile,
            _ => throw new InvalidOperationException($"No answer to {field.Name}."),
        };

    public static string Moment(DateTimeOffset at) =>
        at.ToOffset(MoscowTime.Offset).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => MoscowTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
