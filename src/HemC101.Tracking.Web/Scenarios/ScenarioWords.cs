using System.Globalization;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>What a line says of scans and values, over what the script of a good day says.</summary>
internal sealed class ScenarioWords(ScenarioWorld world, ScenarioLine line, Facts facts)
{
    private readonly ScenarioThings _things = new(world, line, facts);

    /// <param name="script">Null when there is nothing that the step could be done to.</param>
    /// <param name="asked">What is asked of whoever's turn it is.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<IReadOnlyList<string>> ScansAsync(DemoScript? script, Step asked, CancellationToken ct)
    {
        List<string> raws = [];
        foreach (var text in line.Scans ?? [])
        {
            raws.Add(RawOf(await _things.GetAsync(text, ct)));
        }

        if (line.Scans is not null)
        {
            return raws;
        }

        var demands = asked.ScansFor(facts).Select(demand => demand.Key).ToList();
        if (line.Instead.Keys.FirstOrDefault(key => !demands.Contains(key)) is { } unknown)
        {
            throw line.Fault(
                $"шаг {asked.Id} не спрашивает сканирования «{unknown}». Он спрашивает: {string.Join(", ", demands)}.",
                $"the step {asked.Id} asks for no scan \"{unknown}\". It asks for: {string.Join(", ", demands)}.");
        }

        foreach (var demand in demands)
        {
            var raw = line.Instead.TryGetValue(demand, out var text)
                ? text is null ? null : RawOf(await _things.GetAsync(text, ct))
                : script?.Scans.FirstOrDefault(scan => scan.Demand.Key == demand)?.Code?.Raw;
            if (raw is not null)
            {
                raws.Add(raw);
            }
        }

        return raws;
    }

    public async Task<IReadOnlyDictionary<string, string>> AnswersAsync(DemoScript? script, IReadOnlyList<Field> fields, CancellationToken ct)
    {
        var answers = script?.Entries.ToDictionary(entry => entry.Field.Name, entry => entry.Raw) ?? [];
        foreach (var (name, value) in line.Data)
        {
            if (fields.FirstOrDefault(field => field.Name == name) is not { } field)
            {
                throw line.Fault(
                    $"поля «{name}» у этого шага нет. Поля: {string.Join(", ", fields.Select(one => one.Name))}.",
                    $"this step has no field \"{name}\". Fields: {string.Join(", ", fields.Select(one => one.Name))}.");
            }

            answers[name] = value is null ? "" : ScenarioName.IsMeant(value) ? (await _things.GetAsync(value, ct)).Identifier : await FilledInAsync(field, value, ct);
        }

        return answers;
    }

    /// <summary>A moment may be written as a distance; everything else is typed as it stands.</summary>
    private async Task<string> FilledInAsync(Field field, string value, CancellationToken ct)
    {
        if (field is not (MomentField or DayField) || ScenarioTime.TryParse(value) is not { } time)
        {
            return value;
        }

        var moment = time.From(facts.Now, await world.HistoryAsync(facts.Chain.Coi, ct)) ?? throw line.Fault(
            $"шаг {time.Step} ещё не сделан: время «{value}» не вычислить.", $"the step {time.Step} was not taken yet: the time \"{value}\" cannot be told.");
        return moment.ToOffset(MoscowTime.Offset).ToString(field is DayField ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    private string RawOf(ScenarioThing thing) => line.Entry == EntryMethod.Typed ? thing.Typed ?? thing.Raw : thing.Raw;
}
