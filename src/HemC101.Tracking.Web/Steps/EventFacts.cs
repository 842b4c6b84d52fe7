using System.Collections;
using System.Globalization;
using System.Reflection;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What an event says, as name and value; codes stay codes, so that the line reads the same in thirty years.</summary>
public static class EventFacts
{
    /// <summary>Shown on pages of their own.</summary>
    private static readonly Type[] Large = [typeof(MasterProcess), typeof(Specification)];

    /// <summary>Their members are facts of the event.</summary>
    private static readonly Type[] Nested = [typeof(SplitPlan), typeof(BulkCounts), typeof(ToleranceInputs)];

    /// <returns>The member as <see cref="EventMembers"/> reads it, but for what is nested.</returns>
    public static IEnumerable<(Text Name, string Value, string Member)> Of(ChainEvent what) => Within(what, null);

    /// <param name="act">Whose remark is a fact, too.</param>
    /// <param name="texts">What the texts say to whoever reads this.</param>
    public static IEnumerable<(Text Name, string Value, string Member)> Of(ChainEvent what, Act act, ShownTexts texts)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(texts);
        var facts = Within(what, id => texts.Of(id, act)).Concat(act.Paper is { } line ? OfPaper(line, act.OccurredAt) : []);
        return act.Remark is { } remark ? facts.Append((TextField.Remark.Label, texts.Of(remark, act), nameof(Act.Remark))) : facts;
    }

    private static IEnumerable<(Text Name, string Value, string Member)> OfPaper(SheetLine line, DateTimeOffset at)
    {
        yield return (new("бумажный лист", "paper sheet"), $"{line.Sheet}, {Language.T("строка", "line")} {line.Number.ToString(CultureInfo.InvariantCulture)}", nameof(SheetLine.Sheet));
        yield return (new("время на листе", "time on the sheet"), Clock.Show(at), nameof(Act.OccurredAt));
        yield return (new("снимок листа, SHA-256", "picture of the sheet, SHA-256"), line.Picture, nameof(SheetLine.Picture));
        if (line.Against.Count > 0)
        {
            yield return (new("против правил", "against the rules"), string.Join(", ", line.Against), nameof(SheetLine.Against));
        }
    }

    /// <summary>A value as a correction keeps it.</summary>
    public static string Show(string kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return bool.TryParse(kept, out var yes) ? Show((object)yes)
            : DateOnly.TryParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Show((object)day)
            : DateTimeOffset.TryParseExact(kept, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? Show((object)moment)
            : kept;
    }

    /// <summary>The members that are shown, for an event type or for what is nested in one.</summary>
    internal static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !Large.Contains(property.PropertyType));

    internal static bool IsNested(Type type) => Nested.Contains(type);

    private static IEnumerable<(Text Name, string Value, string Member)> Within(object what, Func<TextId, string>? words) =>
        from property in MembersOf(what.GetType())
        let value = property.GetValue(what)
        where value is not null
        from fact in IsNested(property.PropertyType) ? Within(value, words)
            : value is IReadOnlyDictionary<string, decimal> values ? Each(property.Name, values)
            : [(FactNames.Of(property.Name), value is TextId id && words is not null ? words(id) : Show(property, value), property.Name)]
        select fact;

    /// <summary>Each value of a list stands for itself, since each is corrected for itself.</summary>
    private static IEnumerable<(Text Name, string Value, string Member)> Each(string list, IReadOnlyDictionary<string, decimal> values) =>
        values.Select(pair => (FactNames.OfMember($"{list}.{pair.Key}"), Show(pair.Value), $"{list}.{pair.Key}"));

    private static string Show(PropertyInfo property, object value) => property.Name switch
    {
        nameof(StepRefused.StepId) when StepCatalogue.Find((string)value) is { } step => Language.T(step.Name),
        nameof(BatchOpened.SplitTiming) => Language.T("до выпуска", "before the release"),
        nameof(RecordCorrected.Member) => Language.T(FactNames.OfMember((string)value)),
        nameof(RecordCorrected.Old) or nameof(RecordCorrected.New) => Show((string)value),
        _ => Show(value),
    };

    private static string Show(object value) => value switch
    {
        DateTimeOffset instant => Clock.Show(instant),
        DateOnly day => Clock.ShowDay(day),
        bool yes => yes ? Language.T("да", "yes") : Language.T("нет", "no"),
        IDictionary map => string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key} {Show(map[key]!)}")),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Show)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
