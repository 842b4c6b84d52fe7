using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>One participant's rows of one table.</summary>
/// <param name="Rows">A mould for every text, everything else as it lies in the database.</param>
internal sealed record TemplateRows(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object[]> Rows)
{
    private const string Stream = "'chain/' || @coi";

    private static readonly (string Table, string Where)[] Tables =
    [
        ("participant", "subject_no = @subject"),
        ("chain", "coi = @coi"),
        ("collection", "coi = @coi"),
        ("batch", "coi = @coi"),
        ("dose_bag", "coi = @coi"),
        ("thing_use", "coi = @coi"),
        ("label_print", "coi = @coi order by serial"),
        ("scan", "coi = @coi"),
        ("finished_attempt", $"stream = {Stream}"),
        ("sealed_check", "coi = @coi"),
        ("free_text", $"stream = {Stream}"),
        ("house_thing", "occupied_by = @coi"),
        ("ledger", $"stream = {Stream} or stream in (select 'house/' || house_id from house_thing where occupied_by = @coi) order by stream desc, version"),
    ];

    public int Index(string column) => Columns.ToList().IndexOf(column);

    public static IReadOnlyList<TemplateRows> Read(Template template, SqliteConnection connection)
    {
        foreach (var (table, column) in new[] { ("scan", "client_scan_id"), ("scan", "attempt_id"), ("finished_attempt", "attempt_id") })
        {
            Query(template, connection, table).Texts(column).ForEach(template.AddName);
        }

        Query(template, connection, "free_text").Texts("text_id").ForEach(template.AddText);

        return [.. Tables.Select(table => Query(template, connection, table.Table).Moulded(template))];
    }

    private List<string> Texts(string column) => [.. Rows.Select(row => (string)row[Index(column)])];

    private TemplateRows Moulded(Template template) => this with
    {
        Rows = [.. Rows.Select(row => row.Select(value => value is string text ? template.MouldOf(text) : value).ToArray())],
    };

    [SuppressMessage("Security", "CA2100", Justification = "The tables stand above.")]
    private static TemplateRows Query(Template template, SqliteConnection connection, string table)
    {
        using var command = new SqliteCommand($"select * from {table} where {Tables.First(item => item.Table == table).Where}", connection);
        command.Parameters.AddWithValue("@coi", $"{template.Chain.Coi}");
        command.Parameters.AddWithValue("@subject", $"{template.Chain.Subject}");
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new(table, columns, rows);
    }
}
