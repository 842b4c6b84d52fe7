using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace HemC101.Tracking.Storage.Copying;

internal static class TableRows
{
    /// <summary>One after the other, never all at once; the connection is taken until the last.</summary>
    public static async IAsyncEnumerable<object?[]> ReadAsync(
        DbConnection connection, DbTransaction? transaction, string sql, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: ct));
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = row[i] is DBNull ? null : row[i];
            }

            yield return row;
        }
    }
}
