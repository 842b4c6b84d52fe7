using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

/// <summary>Whether the count of labels closes: printed = applied + destroyed, or the gap was assessed.</summary>
public sealed partial record ChainState
{
    /// <summary>
    /// What has to close before the batch is released: the labels of every bag and container, and those around the batch, its bags and the
    /// collection it was made from, as far as they were printed by then.
    /// </summary>
    public IEnumerable<Print> Unreconciled(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Prints.Values
            .Where(print => print.State == PrintState.Printed && !IsAssessed(print)
                && (print.Carrier == Carrier.PrimaryBag || (print.Carrier.IsAround() && Reach(print.Of).Any(of => of == $"{batch.Number}" || of == $"{batch.Donation}"))))
            .OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal);
    }

    /// <summary>A closed deviation about the count, opened after the label was printed, over what the label identifies or what that was made from.</summary>
    public bool IsAssessed(Print print)
    {
        ArgumentNullException.ThrowIfNull(print);
        return Deviations.Exists(deviation => deviation is { Kind: Deviation.Count, IsOpen: false } && deviation.Number > print.Version
            && (deviation.Of is null || Reach(print.Of).Contains(deviation.Of)));
    }

    /// <summary>It is put on by a step of its own, and not by the one that needs it: what goes around the thing, and what comes in place of another.</summary>
    public bool IsPutOnByItself(Print print)
    {
        ArgumentNullException.ThrowIfNull(print);
        return (print.Carrier.IsAround() && !IsPutOnAtTheChair(print)) || (print.Carrier == Carrier.PrimaryBag && Prints.Values.Any(other => other.IsTwinOf(print) && other.State != PrintState.Printed));
    }

    /// <summary>The second label of a collection, scanned back before the bag leaves the set.</summary>
    private bool IsPutOnAtTheChair(Print print) => print is { Carrier: Carrier.Tag, Kind: LabelKind.CollectionBag }
        && CollectionBagId.TryParse(print.Of, out var bag) && Find(bag.Donation) is { State: CollectionState.Collected, DisconnectedAt: null };

    /// <summary>The thing, its batch, its collection.</summary>
    private IEnumerable<string> Reach(string of)
    {
        yield return of;
        var batch = DoseBagId.TryParse(of, out var bag) ? Find(bag) is { } filled ? Find(filled.Batch) : Batches.FindLast(item => item.Donation == bag.Donation)
            : BatchNumber.TryParse(of, out var number) ? Find(number)
            : null;
        if (batch is not null)
        {
            yield return $"{batch.Number}";
            yield return $"{batch.Donation}";
        }
        else if (CollectionBagId.TryParse(of, out var collected))
        {
            yield return $"{collected.Donation}";
        }
    }
}
