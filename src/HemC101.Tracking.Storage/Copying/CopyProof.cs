namespace HemC101.Tracking.Storage.Copying;

/// <summary>The last word on a copy: every row of every table compared, then the ledger and its seals verified in their new place.</summary>
internal sealed class CopyProof(CopySource source, CopyTarget target, string targetName, ICopyListener listener)
{
    /// <exception cref="CopyRefusedException">Something is not equal or does not verify.</exception>
    public async Task<CopyReport> GiveAsync(ReadSession session, CancellationToken ct)
    {
        Dictionary<string, long> tables = [];
        foreach (var table in CopiedTable.All)
        {
            tables[table.Name] = await CompareAsync(table, ct);
            listener.Compared(table.Name, tables[table.Name]);
        }

        var ledger = await ProvenLedger.OfAsync(session, ct);
        if (ledger.Flaw is { } flaw)
        {
            throw new CopyRefusedException(CopyReasons.TargetBroken.With(targetName, flaw));
        }

        return new(ledger.Entries, ledger.Seals, tables);
    }

    private async Task<long> CompareAsync(CopiedTable table, CancellationToken ct)
    {
        var (equal, different) = await RowsCompared.CompareAsync(
            source.RowsAsync(table, target.Columns[table.Name], 0, ct), target.RowsAsync(table, ct), ct);
        return different is null ? equal : throw new CopyRefusedException(CopyReasons.NotEqual.With(targetName, table.Name, different));
    }
}
