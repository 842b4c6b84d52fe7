using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>The rows of a chain's labels, as its history leaves them. Whether paper came out, and when, is the printer's to say.</summary>
internal static class ExpectedPrints
{
    /// <param name="history">From the first event on.</param>
    public static IReadOnlyList<LabelPrintRow> Of(IReadOnlyList<Happened> history)
    {
        Dictionary<PrintSerial, LabelPrintRow> rows = [];
        List<(LabelPrinted Printed, Act Act)> ordered = [];
        ChainState? state = null;
        for (var i = 0; i < history.Count; i++)
        {
            state = state is null ? ChainState.Fold([history[i]])! : state.Apply(history[i]);
            Note(history[i], ordered, rows);
            if (i + 1 == history.Count || history[i + 1].Act.RecordedAt != history[i].Act.RecordedAt)
            {
                ordered.ForEach(order => rows.Add(order.Printed.Serial, RowOf(state, order.Printed, order.Act)));
                ordered.Clear();
            }
        }

        return [.. rows.Values.Select(row => row with { State = StateOf(state!.Prints[row.Serial].State) })];
    }

    /// <summary>What the printer has to say left out.</summary>
    public static LabelPrintRow Comparable(LabelPrintRow row) => row with
    {
        State = row.State == LabelPrintState.Queued ? LabelPrintState.Printed : row.State,
        Reason = row.State == LabelPrintState.Void ? row.Reason : null,
        ChangedAt = row.CreatedAt,
    };

    /// <summary>Labels of a pre-printed set have rows that belong to no chain.</summary>
    private static void Note(Happened happened, List<(LabelPrinted Printed, Act Act)> ordered, Dictionary<PrintSerial, LabelPrintRow> rows)
    {
        if (happened.What is LabelPrinted printed)
        {
            ordered.Add((printed, happened.Act));
        }
        else if (happened.What is LabelDestroyed destroyed && rows.TryGetValue(destroyed.Serial, out var row))
        {
            rows[destroyed.Serial] = row with { Reason = destroyed.Reason };
        }
    }

    private static LabelPrintRow RowOf(ChainState after, LabelPrinted printed, Act act)
    {
        var at = Instants.CutToMilliseconds(act.RecordedAt);
        return new()
        {
            Serial = printed.Serial,
            Kind = printed.Kind,
            Carrier = printed.Carrier,
            State = LabelPrintState.Printed,
            SubjectNo = after.Subject,
            Coi = after.Coi,
            Donation = CollectionBagId.TryParse(printed.Of, out var collected) ? collected.Donation : null,
            Bag = DoseBagId.TryParse(printed.Of, out var bag) ? bag : null,
            Batch = BatchNumber.TryParse(printed.Of, out var batch) ? batch : null,
            Symbol = PrintedSymbol.Of(after, printed),
            PrintedBy = act.By.ToString(),
            CreatedAt = at,
            ChangedAt = at,
            Supersedes = printed.Supersedes,
        };
    }

    internal static LabelPrintState StateOf(PrintState state) => state switch
    {
        PrintState.Printed => LabelPrintState.Printed,
        PrintState.Applied => LabelPrintState.Applied,
        PrintState.Superseded => LabelPrintState.Superseded,
        PrintState.Destroyed => LabelPrintState.Void,
    };
}
