using System.Globalization;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>
/// What a careful person fills in on a good day. Numbers that a field's limits cannot tell stand here; what follows from the chain
/// (volumes, weight, times) is taken from it.
/// </summary>
internal static class DemoAnswers
{
    /// <summary>By step, target and field; by step and field; or by field alone.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["apheresis.order/cd3"] = "1.2",
        ["processed_volume"] = "8000",
        ["collection.complete/volume"] = "100",
        ["tnc"] = "12",
        ["cd3_collected"] = "3",
        ["hct"] = "3",
        ["collection.complete/viability"] = "99",
        ["min_c"] = "4",
        ["collection.receive/max_c"] = "6",
        ["bag.receive/max_c"] = "-160",
        ["p_cd3_after"] = "2.5",
        ["p_purity"] = "95",
        ["p_seeded"] = "200",
        ["p_moi"] = "5",
        ["p_vector_volume"] = "10",
        ["p_viability"] = "92",
        ["p_car"] = "35",
        ["unit.complete/UO-04/p_cells"] = "520",
        ["unit.complete/UO-05/p_cells"] = "480",
        ["unit.complete/UO-05/p_volume"] = "40",
        ["qc.result/viability/result"] = "92",
        ["qc.result/cd3/result"] = "94",
        ["qc.result/car/result"] = "35",
        ["qc.result/vcn/result"] = "2",
        ["qc.result/endotoxin/result"] = "0.5",
        ["nucleated"] = "12",
        ["split.plan/viability"] = "92",
        ["split.plan/cd3"] = "94",
        ["split.plan/car"] = "35",
        ["split.report-underdose/viability"] = "92",
        ["split.report-underdose/cd3"] = "94",
        ["split.report-underdose/car"] = "35",
        ["split.report-underdose/bulk_volume"] = "12",
        ["split.replan/viability"] = "92",
        ["split.replan/cd3"] = "94",
        ["split.replan/car"] = "35",
        ["bulk_volume"] = "40",
        ["tank_c"] = "-180",
        ["max_minutes"] = "60",
        ["temperature"] = "36.6",
        ["spo2"] = "97",
        ["ice"] = "10",
        ["crs"] = "0",
        ["icans"] = "0",
        ["reaction"] = "0",
        ["grade"] = "1",
        ["actual"] = "",
        ["pressure_support"] = "",
        ["rescue"] = "",
        ["new_exclusion"] = "",
        ["stop_manufacture"] = "",
    };

    private static readonly Dictionary<string, int> DaysAgo = new() { ["cd3_taken_at"] = 1, ["markers_on"] = 5 };

    /// <returns>As the form would send it.</returns>
    public static string To(Step step, Field field, Facts facts) =>
        FromTheChain(step, field, facts)
        ?? Known.GetValueOrDefault($"{step.Id}/{facts.Target}/{field.Name}")
        ?? Known.GetValueOrDefault($"{step.Id}/{field.Name}")
        ?? Known.GetValueOrDefault(field.Name)
        ?? field switch
        {
            NumberField number => Number(Math.Round((number.Min + number.Max) / 2, number.Decimals)),
            ChoiceField choice => choice.Choices[0].Code,
            CheckField => "true",
            MomentField => Local(field, facts).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            DayField => Local(field, facts).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ReferenceField => "DEMO-1",
            TextField => "Показано участнику, DEMO-1",
            ProfileField => "D3S1358 15/16; vWA 17/18; TH01 6/9.3; FGA 21/24; D8S1179 13/14; D21S11 29/30; D18S51 14/16; D5S818 11/12",
            PictureField => new string('0', 64),
            _ => throw new InvalidOperationException($"No answer to {field.Name}."),
        };

    private static string? FromTheChain(Step step, Field field, Facts facts) => (step.Id, field.Name) switch
    {
        (_, "weight") => Number(facts.Chain.WeightKg),
        (_, "paper_coi") => facts.Chain.Coi.ToString(),
        (_, "paper_dose") => facts.Bag?.Day.ToString(CultureInfo.InvariantCulture),
        ("split.fill-day1", "filled_volume") when facts.Batch?.Plan is { } plan => Number(plan.VolumeOf(1)),
        ("split.fill-day2", "filled_volume") when facts.Batch?.Plan is { } plan => Number(plan.VolumeOf(2)),
        (_, "surplus") when facts.Batch is { Plan: { } plan } batch => Number(plan.Counts.VolumeMl - facts.Chain.Bags.Where(bag => bag.Batch == batch.Number).Sum(bag => bag.VolumeMl)),
        (_, "volume") when facts.Bag is { } bag => Number(bag.VolumeMl),
        _ => null,
    };

    private static DateTimeOffset Local(Field field, Facts facts) =>
        facts.Now.ToOffset(MoscowTime.Offset).AddDays(-DaysAgo.GetValueOrDefault(field.Name));

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
