using HemC101.Tracking.Chain;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Benchmarks.Nodes;

/// <summary>
/// The unit of work of a recorded reaction as pgbench runs it: the same reads, locks and writes on the same tables in the same order, with
/// the values of one chain. What the server compares is found out as it goes (position and version); what it only keeps is fixed.
/// </summary>
internal static class StepScript
{
    private const string At = "'2026-01-01T00:00:00.000Z'";
    private const string Entry = "position, stream, version, type, schema_version, occurred_at, recorded_at, actor, station, data, previous_hash, hash";

    private static readonly string Hash = $"'{new string('0', 64)}'";

    /// <param name="chain">Folded.</param>
    /// <param name="bytes">Of the event's data.</param>
    public static string Of(ChainState chain, int bytes) => string.Join('\n', Statements(ChainLines.Of(chain, DateTimeOffset.UnixEpoch), bytes));

    private static IEnumerable<string> Statements(ChainLines lines, int bytes) =>
    [
        "\\set attempt random(1, 1000000000000)",
        "begin;",
        .. Reads($"'{ChainStreams.StreamOf(lines.Chain.Coi)}'", $"'{lines.Chain.SubjectNo}'"),
        .. Appends($"'{ChainStreams.StreamOf(lines.Chain.Coi)}'", $$"""'{"said": "{{new string('x', bytes)}}"}'"""),
        Row(lines.Chain),
        $"""
        insert into finished_attempt (attempt_id, stream, version, content, at)
        values ('bench-' || :attempt, '{ChainStreams.StreamOf(lines.Chain.Coi)}', :version + 1, {Hash}, {At}) on conflict (attempt_id) do nothing;
        """,
        "commit;",
    ];

    private static IEnumerable<string> Reads(string stream, string subject) =>
    [
        "select position as seen from ledger_head where one = 1 \\gset",
        "select sealed from site_secret where name = 'free-text';",
        "select attempt_id, stream, version, content, at from finished_attempt where attempt_id = 'bench-' || :attempt;",
        HeadOf(stream),
        $"""
        select subject_no, personal_data, personal_data_hash, person_digest, surname_digest, patient_key, created_at
          from participant where subject_no = {subject};
        """,
        HeadOf("'study-settings'"),
        """
        select client_scan_id, attempt_id, coi, step, demand, raw, code, entry_method, verdict, person, station, at,
               sends_separators, separator_replacement, typed_reason, key_count, key_median_ms, key_end
          from scan where attempt_id = 'bench-' || :attempt order by place;
        """,
    ];

    /// <summary>A stream that was folded before is only asked whether it has moved.</summary>
    private static string HeadOf(string stream) =>
        $"select stream, version, hash, (select position from ledger_head where one = 1) as reached from stream_head where stream = {stream};";

    private static IEnumerable<string> Appends(string stream, string data) =>
    [
        "select position as position from ledger_head where one = 1 for update \\gset",
        $"select stream, version, hash from stream_head where stream = {stream} \\gset",
        $"select position from ledger where position > :seen and stream = any(array[{stream}, 'study-settings']) order by position limit 1;",
        $"""
        insert into ledger ({Entry})
        values (:position + 1, {stream}, :version + 1, 'ReactionRecorded', 1, {At}, {At}, 'A999900017K', 'Ward', {data}, {Hash}, {Hash});
        """,
        $"""
        insert into stream_head (stream, version, hash) values ({stream}, :version + 1, {Hash})
        on conflict (stream) do update set version = excluded.version, hash = excluded.hash;
        """,
        "update ledger_head set position = :position + 1 where one = 1;",
    ];

    /// <summary>A reaction leaves the bags and what they came from as they were.</summary>
    private static string Row(ChainLine chain) =>
        $"""
        update chain
           set product_state = '{chain.ProductState}', held = {chain.Held}, version = :version + 1, changed_at = {At}, at_rest = null
         where coi = '{chain.Coi}';
        """;
}
