using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using HemC101.Tracking.Ledger;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>Writes the copies of one participant's rows of one table; entries of the ledger get their place and their hash.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly TemplateRows _rows;
    private readonly SqliteCommand _insert;
    private readonly bool _isLedger;
    private readonly ArrayBufferWriter<byte> _form = new();
    private readonly List<StreamEnd> _ends = [];

    [SuppressMessage("Security", "CA2100", Justification = "Tables and columns are those of the schema.")]
    public RowWriter(TemplateRows rows, SqliteConnection connection)
    {
        _rows = rows;
        _isLedger = rows.Table == "ledger";
        _insert = new SqliteCommand(
            $"insert into {rows.Table} ({string.Join(", ", rows.Columns)}) values ({string.Join(", ", rows.Columns.Select(column => $"@{column}"))})",
            connection);
        foreach (var column in rows.Columns)
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{column}" });
        }
    }

    /// <summary>Of the ledger: where the streams of the last copy ended.</summary>
    public IReadOnlyList<StreamEnd> Ends => _ends;

    public void Write(int n, ref long position)
    {
        var previous = Digest.Zero;
        _ends.Clear();
        foreach (var row in _rows.Rows)
        {
            var cast = row.Select(value => value is Mould mould ? mould.Cast(n) : value).ToArray();
            if (_isLedger)
            {
                previous = Link(cast, ++position, previous);
            }

            for (var i = 0; i < cast.Length; i++)
            {
                _insert.Parameters[i].Value = cast[i];
            }

            _insert.ExecuteNonQuery();
        }
    }

    public void Dispose() => _insert.Dispose();

    private Digest Link(object[] row, long position, Digest before)
    {
        var version = (long)Value("version");
        var previous = version == 1 ? Digest.Zero : before;
        var hash = LedgerHash.Of(new StoredRow(position, version, (long)Value("schema_version"), Texts()), previous, _form);
        row[_rows.Index("position")] = position;
        row[_rows.Index("previous_hash")] = previous.ToString();
        row[_rows.Index("hash")] = hash.ToString();
        _ends.RemoveAll(end => end.Stream == Text("stream"));
        _ends.Add(new(Text("stream"), version, hash));
        return hash;

        object Value(string column) => row[_rows.Index(column)];

        string Text(string column) => (string)Value(column);

        byte[] Texts() => Encoding.UTF8.GetBytes(string.Join(
            StoredRow.Between,
            Text("stream"), Text("type"), Text("occurred_at"), Text("recorded_at"), Text("actor"), Text("station"), Text("data"), "", ""));
    }
}
