namespace HemC101.Tracking.Storage.Copying;

/// <summary>
/// Whether a copy that was begun can be gone on with. The target has to be as it was left. Of the source, no entry, scan or seal that was
/// carried over may have changed; when anything else did, because work went on, all but the ledger is carried over again.
/// </summary>
internal sealed class CopyResumption(CopySource source, CopyTarget target, string name)
{
    /// <exception cref="CopyRefusedException">Somebody altered the one or the other.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        var begun = await BegunAsync(ct);
        var moved = false;
        foreach (var (table, content) in begun)
        {
            var columns = target.Columns[table.Name];
            if (await Content.OfAsync(source.RowsAsync(table, columns, 0, ct), content.Rows, ct) == content)
            {
                continue;
            }

            moved = true;
            if (table.Name == CopiedTable.Ledger
                || (table.IsEvidence && !await RowsCompared.AreAmongAsync(target.RowsAsync(table, ct), source.RowsAsync(table, columns, 0, ct), ct)))
            {
                throw new CopyRefusedException(CopyReasons.SourceDiffers.With(name, table.Name));
            }
        }

        if (moved)
        {
            await target.ClearAsync(CopiedTable.All.Where(table => table.Name != CopiedTable.Ledger), ct);
        }
    }

    private async Task<IReadOnlyList<(CopiedTable Table, Content Content)>> BegunAsync(CancellationToken ct)
    {
        var progress = await target.ProgressAsync(ct);
        List<(CopiedTable, Content)> begun = [];
        foreach (var table in CopiedTable.All)
        {
            var noted = progress.GetValueOrDefault(table.Name, Content.Empty);
            if (await Content.OfAsync(target.RowsAsync(table, ct), long.MaxValue, ct) != noted)
            {
                throw new CopyRefusedException(CopyReasons.TargetAltered.With(name, table.Name));
            }

            begun.Add((table, noted));
        }

        return begun;
    }
}
