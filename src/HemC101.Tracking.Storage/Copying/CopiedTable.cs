namespace HemC101.Tracking.Storage.Copying;

/// <param name="Name">The same in both databases.</param>
/// <param name="Key">Columns of the primary key: rows are read, compared and counted in this order.</param>
/// <param name="IsEvidence">A row, once written, never changes.</param>
internal sealed record CopiedTable(string Name, IReadOnlyList<string> Key, bool IsEvidence = false)
{
    public const string Ledger = "ledger";

    /// <summary>Whom a row refers to comes before it; the ledger comes first.</summary>
    public static IReadOnlyList<CopiedTable> All { get; } =
    [
        new(Ledger, ["position"], IsEvidence: true),
        new("stream_head", ["stream"]),
        new("ledger_head", ["one"]),
        new("seal_key", ["key_id"], IsEvidence: true),
        new("seal", ["entries"], IsEvidence: true),
        new("site_secret", ["name"]),
        new("number_sequence", ["name"]),
        new("person", ["staff_no"]),
        new("person_passkey", ["passkey_id"]),
        new("participant", ["subject_no"]),
        new("former_identity", ["subject_no", "version"], IsEvidence: true),
        new("free_text", ["text_id"]),
        new("house_thing", ["house_id"]),
        new("station_device", ["house_id"]),
        new("label_print", ["serial"]),
        new("band", ["patient_key", "instance"]),
        new("scan", ["client_scan_id"], IsEvidence: true),
        new("finished_attempt", ["attempt_id"]),
        new("sealed_check", ["coi", "version"], IsEvidence: true),
        new("chain", ["coi"]),
        new("collection", ["donation"]),
        new("batch", ["batch"]),
        new("dose_bag", ["bag"]),
        new("thing_use", ["house_id", "coi", "version"]),
        new("printer", ["name"]),
        new("print_job", ["job_id"]),
        new("alarm", ["alarm_key"]),
        new("alarm_message", ["message_id"]),
        new("on_call", ["on_call_id"]),
        new("alarm_since", ["one"]),
        new("scanner_test", ["test_id"]),
        new("scanner_test_scan", ["test_id", "symbol"]),
        new("scanner_standing", ["device"]),
        new("personal_data_look", ["look_id"], IsEvidence: true),
    ];

    /// <summary>Who was signed in or about to signs in again; the journal of migrations is each database's own.</summary>
    public static IReadOnlySet<string> LeftBehind { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "person_session", "passkey_challenge", "setup_link", "station_pairing", "SchemaVersions" };

    /// <summary>Names are quoted: nothing but the columns of our own schema comes here.</summary>
    public string Select(IEnumerable<string> columns) => $"select {Quoted(columns)} from {Quoted([Name])} order by {Quoted(Key)}";

    public string CopyIn(IEnumerable<string> columns) => $"copy {Quoted([Name])} ({Quoted(columns)}) from stdin (format binary)";

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
