namespace HemC101.Tracking.Storage.Projections;

/// <summary>Rows of chains that the ledger has no stream of.</summary>
internal static class ForeignRows
{
    private const string NoStream = "not exists (select 1 from stream_head where stream = 'chain/' || coi)";

    private static readonly (string Table, string Sql)[] Questions =
    [
        ("chain", $"select min(coi) from chain where {NoStream}"),
        ("collection", $"select min(donation) from collection where {NoStream}"),
        ("batch", $"select min(batch) from batch where {NoStream}"),
        ("dose_bag", $"select min(bag) from dose_bag where {NoStream}"),
        ("thing_use", $"select min(house_id) from thing_use where {NoStream}"),
        ("alarm", $"select min(alarm_key) from alarm where coi is not null and {NoStream}"),
        ("sealed_check", $"select min(coi) from sealed_check where {NoStream}"),
        ("band", "select min(patient_key) from band"),
        ("label_print", $"select min(serial) from label_print where coi is not null and {NoStream}"),
        ("participant", "select min(subject_no) from participant where not exists (select 1 from chain where chain.subject_no = participant.subject_no)"),
        ("former_identity", "select min(subject_no) from former_identity where not exists (select 1 from chain where chain.subject_no = former_identity.subject_no)"),
        ("free_text", "select min(text_id) from free_text where not exists (select 1 from stream_head where stream_head.stream = free_text.stream)"),
        ("finished_attempt", "select min(attempt_id) from finished_attempt where not exists (select 1 from stream_head where stream_head.stream = finished_attempt.stream)"),
    ];

    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        foreach (var (table, sql) in Questions)
        {
            if (await source.FindAsync<string?>(sql, null, ct) is { } key)
            {
                return new(table, key, Divergence.Foreign);
            }
        }

        return null;
    }
}
