namespace HemC101.Tracking.Storage.Projections;

/// <summary>Counts and orders that no single row shows: a running number put back, a scan taken out of an attempt, an alarm under another's number.</summary>
internal static class CountCheck
{
    /// <summary>The numbers inside the identifiers are of one length each, so that the greatest text is the greatest number.</summary>
    private static readonly (string Table, string Sql)[] Questions =
    [
        ("number_sequence", Behind("'coi/20' || substr(coi, 8, 2)", "substr(coi, 10)", "chain")),
        ("number_sequence", Behind("'donation/20' || substr(donation, 6, 2)", "substr(donation, 8, 6)", "collection")),
        ("number_sequence", Behind("'print'", "substr(serial, 2)", "label_print")),
        ("alarm", "select min(alarm_key) from alarm join chain on chain.coi = alarm.coi where alarm.subject_no <> chain.subject_no"),
        ("scan", "select min(attempt_id) from (select attempt_id from scan group by attempt_id having count(*) <> max(place)) as gaps"),
    ];

    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        foreach (var (table, sql) in Questions)
        {
            if (await source.FindAsync<string?>(sql, null, ct) is { } key)
            {
                return new(table, key, Divergence.Changed);
            }
        }

        return null;
    }

    private static string Behind(string name, string number, string issued) =>
        $"""
        select min(number_sequence.name)
          from number_sequence
          join (select {name} as name, max({number}) as last from {issued} group by 1) as issued on issued.name = number_sequence.name
         where number_sequence.next <= cast(issued.last as bigint)
        """;
}
