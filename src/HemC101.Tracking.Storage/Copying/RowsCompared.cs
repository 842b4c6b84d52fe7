namespace HemC101.Tracking.Storage.Copying;

internal static class RowsCompared
{
    /// <returns>The number of the first row, from 1, that is missing, added or different; null when there is none. And how many are equal.</returns>
    public static async Task<(long Equal, long? Different)> CompareAsync(IAsyncEnumerable<object?[]> some, IAsyncEnumerable<object?[]> others, CancellationToken ct)
    {
        await using var one = some.GetAsyncEnumerator(ct);
        await using var other = others.GetAsyncEnumerator(ct);
        var (form, otherForm) = (new RowForm(), new RowForm());
        for (var equal = 0L; ; equal++)
        {
            var (more, otherMore) = (await one.MoveNextAsync(), await other.MoveNextAsync());
            if (!more && !otherMore)
            {
                return (equal, null);
            }

            if (more != otherMore || !AreEqual(one.Current, form, other.Current, otherForm))
            {
                return (equal, equal + 1);
            }
        }
    }

    /// <summary>Whether every one of the rows is among the others; both in the order of their key.</summary>
    public static async Task<bool> AreAmongAsync(IAsyncEnumerable<object?[]> rows, IAsyncEnumerable<object?[]> others, CancellationToken ct)
    {
        await using var other = others.GetAsyncEnumerator(ct);
        var (form, otherForm) = (new RowForm(), new RowForm());
        await foreach (var row in rows.WithCancellation(ct))
        {
            do
            {
                if (!await other.MoveNextAsync())
                {
                    return false;
                }
            }
            while (!AreEqual(row, form, other.Current, otherForm));
        }

        return true;
    }

    private static bool AreEqual(object?[] row, RowForm form, object?[] other, RowForm otherForm)
    {
        form.Write(row, Content.Empty.Digest);
        otherForm.Write(other, Content.Empty.Digest);
        return form.Bytes.SequenceEqual(otherForm.Bytes);
    }
}
