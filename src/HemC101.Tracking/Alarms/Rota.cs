namespace HemC101.Tracking.Alarms;

/// <summary>A time within which the same people are called.</summary>
/// <param name="Called">In their order.</param>
public sealed record RotaSpan(DateTimeOffset From, DateTimeOffset Until, CallBasis Basis, IReadOnlyList<Duty> Called);

/// <summary>Who is called when, of the entries of one group. Those whose shift it is come first, those who always are after them.</summary>
public static class Rota
{
    /// <returns>Nobody with <see cref="CallBasis.Everybody"/>.</returns>
    public static (CallBasis Basis, IReadOnlyList<Duty> Called) At(IReadOnlyCollection<Duty> group, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(group);
        var called = group.Where(duty => duty.Time.Covers(moment)).OrderByDescending(duty => duty.Time.IsShift).ThenBy(duty => duty.Place).ToList();
        var basis = called.Count == 0 ? CallBasis.Everybody
            : called[0].Time.IsShift || !group.Any(duty => duty.Time.IsShift) ? CallBasis.OnDuty
            : CallBasis.Standing;
        return (basis, called);
    }

    /// <returns>Without a gap; neighbours differ in whom they call.</returns>
    public static IReadOnlyList<RotaSpan> Between(IReadOnlyCollection<Duty> group, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(group);
        List<RotaSpan> spans = [];
        var turns = group.SelectMany(duty => new[] { duty.Time.From, duty.Time.Until }).OfType<DateTimeOffset>()
            .Where(turn => turn > from && turn < until).Append(from).Distinct().Order().ToList();
        foreach (var (at, turn) in turns.Index())
        {
            var (basis, called) = At(group, turn);
            var span = new RotaSpan(turn, at + 1 < turns.Count ? turns[at + 1] : until, basis, called);
            if (spans.Count > 0 && spans[^1].Basis == basis && spans[^1].Called.SequenceEqual(called))
            {
                spans[^1] = spans[^1] with { Until = span.Until };
            }
            else
            {
                spans.Add(span);
            }
        }

        return spans;
    }

    /// <summary>Nobody is called twice for one time, and no two are both the first.</summary>
    /// <returns>The entry that stands in the way; null when none does.</returns>
    public static Duty? Against(IEnumerable<Duty> group, Duty entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return group.FirstOrDefault(known => known.Time.IsShift == entry.Time.IsShift && known.Time.Meets(entry.Time)
            && (known.StaffNo == entry.StaffNo || entry.Time.IsShift && known.Place == entry.Place));
    }
}
