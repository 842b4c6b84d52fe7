using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>How many rows of a table there are, from its first, and a hash over them in their order.</summary>
internal readonly record struct Content(long Rows, Digest Digest)
{
    public static Content Empty { get; } = new(0, Digest.Zero);

    /// <param name="row">The next.</param>
    /// <param name="form">Written over.</param>
    public Content Add(object?[] row, RowForm form)
    {
        form.Write(row, Digest);
        return new(Rows + 1, form.Hash);
    }

    /// <param name="rows">From the first.</param>
    /// <param name="most">More are not read.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Content> OfAsync(IAsyncEnumerable<object?[]> rows, long most, CancellationToken ct)
    {
        var (content, form) = (Empty, new RowForm());
        if (most == 0)
        {
            return content;
        }

        await foreach (var row in rows.WithCancellation(ct))
        {
            content = content.Add(row, form);
            if (content.Rows == most)
            {
                break;
            }
        }

        return content;
    }
}
