using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Commands;

/// <summary>The tables beside the ledger: checked against it, and made anew from it.</summary>
public sealed class ProjectionCommandTests : IClassFixture<FilledFile>, IDisposable
{
    private static readonly string[] Tables = ["chain", "collection", "batch", "dose_bag", "thing_use"];

    /// <summary>Not forged here: who notices, or why nobody has to.</summary>
    private static readonly Dictionary<string, string> Excused = new()
    {
        ["ledger"] = "VerifyCommandTests, TamperContract",
        ["stream_head"] = "TamperContract",
        ["ledger_head"] = "TamperContract",
        ["seal"] = "ProofCommandTests, SealsContract",
        ["seal_key"] = "ProofCommandTests, SealsContract",
        ["person_passkey"] = "told as a changed person, above",
        ["station_device"] = "StationPagesTests",
        ["former_identity"] = "CorrectTests",
        ["alarm"] = "AlarmsContract, AlarmPagesTests",
        ["on_call"] = "OnCallPagesTests",
        ["alarm_since"] = "from where alarms are known: a row that it hides from the check is a foreign one, and calls stand in the ledger",
        ["alarm_message"] = "what is on its way to whom; that somebody was called stands in the ledger",
        ["printer"] = "where labels come out: people see it, and the site writes its own settings into it at each start",
        ["scanner_test"] = "a test under way; its end stands in the ledger and in scanner_standing",
        ["scanner_test_scan"] = "a test under way; its end stands in the ledger and in scanner_standing",
        ["person_session"] = "ends by itself; every signature asks for the person anew",
        ["passkey_challenge"] = "minutes old, or worth nothing",
        ["setup_link"] = "worth something only while there is no account; the account stands in the ledger",
        ["station_pairing"] = "minutes old; the station that comes of it stands in the ledger",
        ["personal_data_look"] = "who looked: triggers refuse changes, the ledger does not know of it",
        ["SchemaVersions"] = "asked at each start",
    };

    private readonly Terminal _terminal = new();

    public ProjectionCommandTests(FilledFile filled)
    {
        ArgumentNullException.ThrowIfNull(filled);
        filled.CopyTo(_terminal.Database);
    }

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Verify_OfALivedInSite_FindsNothing()
    {
        var (code, answer, error) = await _terminal.HereAsync("", "verify");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("the tables agree with it", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update chain set product_state = 'Enrolled'", "chain", "not what")]
    [InlineData("update chain set held = 1 - held", "chain", "not what")]
    [InlineData("update collection set state = 'Rejected'", "collection", "not what")]
    [InlineData("update batch set state = 'Rejected'", "batch", "not what")]
    [InlineData("update dose_bag set locked = 1", "dose_bag", "not what")]
    [InlineData("update dose_bag set expires_at = '2030-01-01T00:00:00.000Z'", "dose_bag", "not what")]
    [InlineData("update dose_bag set state = 'Stored' where state <> 'Stored'", "dose_bag", "not what")]
    [InlineData("update dose_bag set state = 'Somewhere'", "dose_bag", "not what")]
    [InlineData("delete from dose_bag where day = 2", "dose_bag", "no row")]
    [InlineData("insert into collection select replace(donation, '26000', '25000'), coi, state from collection", "collection", "knows of none")]
    [InlineData("delete from thing_use where house_id = (select min(house_id) from thing_use)", "thing_use", "no row")]
    [InlineData("update thing_use set used_for = 'H101-26999'", "thing_use", "not what")]
    [InlineData("insert into thing_use select house_id, 'CHA999926999999', version, used_for, step_id, at from thing_use limit 1", "thing_use", "knows of none")]
    [InlineData("update label_print set state = 'Printed' where state = 'Applied'", "label_print", "not what")]
    [InlineData("update label_print set symbol = symbol || '0' where kind = 'DoseBagDay1'", "label_print", "not what")]
    [InlineData("drop trigger label_print_refuses_delete; delete from print_job; delete from label_print where kind = 'DoseBagDay2'", "label_print", "no row")]
    [InlineData("update participant set personal_data_hash = upper(personal_data_hash)", "participant", "not what")]
    [InlineData("update participant set patient_key = '460123456789000014' where subject_no = (select min(subject_no) from participant)", "participant", "not what")]
    [InlineData("delete from free_text", "free_text", "no row")]
    [InlineData("insert into free_text select replace(text_id, substr(text_id, 1, 8), 'abcdabcd'), stream, sealed, created_at from free_text limit 1", "free_text", "knows of none")]
    [InlineData("insert into free_text select replace(text_id, substr(text_id, 1, 8), 'abcdabcd'), 'chain/nobody', sealed, created_at from free_text limit 1", "free_text", "knows of none")]
    [InlineData("update finished_attempt set version = version + 1000", "finished_attempt", "not what")]
    [InlineData("update finished_attempt set at = '2026-01-01T00:00:00.000Z' where attempt_id = (select max(attempt_id) from finished_attempt where stream like 'chain/%')", "finished_attempt", "not what")]
    [InlineData("update finished_attempt set stream = (select max(stream) from finished_attempt where stream like 'chain/%') where stream = (select min(stream) from finished_attempt where stream like 'chain/%')", "finished_attempt", "not what")]
    [InlineData("update finished_attempt set version = version + 1 where stream like 'chain/%'", "finished_attempt", "not what")]
    [InlineData("insert into finished_attempt (attempt_id, stream, version, at) values ('x', 'chain/nobody', 1, '2026-01-01T00:00:00.000Z')", "finished_attempt", "knows of none")]
    [InlineData("drop trigger scan_refuses_update; update scan set raw = raw || '0'", "scan", "not what")]
    [InlineData("drop trigger scan_refuses_delete; delete from scan", "scan", "no row")]
    [InlineData("drop trigger sealed_check_refuses_update; update sealed_check set sealed = x'00'", "sealed_check", "not what")]
    [InlineData("drop trigger sealed_check_refuses_update; update sealed_check set at = '2026-01-01T00:00:00.000Z'", "sealed_check", "not what")]
    [InlineData("drop trigger sealed_check_refuses_update; update sealed_check set attempt_id = attempt_id || '0'", "sealed_check", "not what")]
    [InlineData("drop trigger sealed_check_refuses_delete; delete from sealed_check where version = (select min(version) from sealed_check)", "sealed_check", "no row")]
    [InlineData("insert into sealed_check select coi, version + 1000, attempt_id || '0', sealed, at from sealed_check limit 1", "sealed_check", "knows of none")]
    [InlineData("insert into sealed_check select 'CHA999926999999', version, attempt_id || '0', sealed, at from sealed_check limit 1", "sealed_check", "knows of none")]
    [InlineData("update person set roles = '[\"Administrator\",\"WardNurse\"]'", "person", "not what")]
    [InlineData("update person set active = 0", "person", "not what")]
    [InlineData("update person set pin_state = 'Given'", "person", "not what")]
    [InlineData("update person set password_state = 'Leaked'", "person", "not what")]
    [InlineData("drop trigger scan_refuses_update; update scan set person = 'A9999999999'", "scan", "not what")]
    [InlineData("drop trigger scan_refuses_update; update scan set entry_method = 'camera', typed_reason = null", "scan", "not what")]
    [InlineData("drop trigger scan_refuses_update; update scan set at = '2026-01-01T00:00:00.000Z'", "scan", "not what")]
    [InlineData("drop trigger scan_refuses_update; update scan set place = place + 1000 where place = 2", "scan", "not what")]
    [InlineData("delete from finished_attempt where version = (select min(version) from finished_attempt)", "finished_attempt", "no row")]
    [InlineData("delete from finished_attempt where (stream, version) in (select stream, version from ledger where type = 'TherapyCompleted')", "finished_attempt", "no row")]
    [InlineData("delete from finished_attempt where exists (select 1 from finished_attempt as twin join ledger using (stream, version) where type = 'LabelApplied' and twin.at = finished_attempt.at and twin.version > finished_attempt.version)", "finished_attempt", "no row")]
    [InlineData("drop trigger scan_refuses_delete; delete from finished_attempt; delete from scan", "finished_attempt", "no row")]
    [InlineData("insert into finished_attempt (attempt_id, stream, version, at) select attempt_id || '0', stream, version, at from finished_attempt where stream like 'chain/%' limit 1", "finished_attempt", "knows of none")]
    [InlineData("delete from finished_attempt where stream = 'label-templates'", "finished_attempt", "no row")]
    [InlineData("update finished_attempt set version = version + 1 where stream = 'label-templates'", "finished_attempt", "not what")]
    [InlineData("update finished_attempt set at = '2026-01-01T00:00:00.000Z' where stream = 'label-templates'", "finished_attempt", "not what")]
    [InlineData("insert into finished_attempt (attempt_id, stream, version, at) select attempt_id || '0', stream, version, at from finished_attempt where stream = 'label-templates'", "finished_attempt", "knows of none")]
    [InlineData("update print_job set fields = json_set(fields, '$.Coi', (select max(coi) from chain)) where fields ->> '$.Coi' = (select min(coi) from chain)", "print_job", "not what")]
    [InlineData("update print_job set fields = json_set(fields, '$.Of', 'H101-26999') where fields ->> '$.Of' is not null", "print_job", "not what")]
    [InlineData("update print_job set fields = '[]' where kind = 'Wristband'", "print_job", "not what")]
    [InlineData("update print_job set fields = json_set(fields, '$.Of', 5) where kind = 'Wristband'", "print_job", "not what")]
    [InlineData("update print_job set kind = 'DoseBagDay2' where kind = 'DoseBagDay1'", "print_job", "not what")]
    [InlineData("update print_job set fields = json_set(fields, '$.Staff', (select max(staff_no) from person)) where kind = 'StaffBadge'", "print_job", "not what")]
    [InlineData("insert into print_job (serial, kind, state, attempts, created_at, changed_at, fields) select serial, kind, 'Queued', 0, created_at, changed_at, fields from print_job where kind = 'Wristband' limit 1", "print_job", "knows of none")]
    [InlineData("insert into print_job (serial, kind, state, attempts, created_at, changed_at, fields) select serial, kind, 'Queued', 0, created_at, changed_at, fields from print_job where kind = 'StaffBadge' limit 1", "print_job", "knows of none")]
    [InlineData("update label_print set symbol = (select max(symbol) from label_print where kind = 'StaffBadge') where kind = 'StaffBadge'", "label_print", "not what")]
    [InlineData("update label_print set staff_no = (select max(staff_no) from person) where kind = 'StaffBadge'", "label_print", "not what")]
    [InlineData("update label_print set state = 'Void' where kind = 'StaffBadge'", "label_print", "not what")]
    [InlineData("drop trigger label_print_refuses_delete; delete from label_print where kind = 'StaffBadge'", "label_print", "no row")]
    [InlineData("insert into label_print (serial, kind, carrier, state, symbol, printed_by, created_at, changed_at, staff_no) select 'P000000998', kind, carrier, state, symbol, printed_by, created_at, changed_at, staff_no from label_print where kind = 'StaffBadge' limit 1", "label_print", "knows of none")]
    [InlineData("insert into band select patient_key, 9, subject_no, (select min(serial) from label_print), 'Bound', changed_at from chain limit 1", "band", "knows of none")]
    [InlineData("insert into scanner_standing (device, version, station, place, staff_no, tested_at, passed, sends_separators) values ('x', 1, 'Ward', 'W-1', 'A9999000001', '2026-01-01T00:00:00.000Z', 1, 1)", "scanner_standing", "knows of none")]
    [InlineData("update number_sequence set next = 1 where name like 'coi/%'", "number_sequence", "not what")]
    [InlineData("update number_sequence set next = 1 where name like 'donation/%'", "number_sequence", "not what")]
    [InlineData("update number_sequence set next = 1 where name = 'print'", "number_sequence", "not what")]
    [InlineData("update person set full_name = 'Иной Человек' where staff_no = (select min(staff_no) from person)", "person", "not what")]
    [InlineData("update person set pin_hash = (select max(pin_hash) from person)", "person", "not what")]
    [InlineData("insert into person_passkey select 'x', staff_no, 'x', x'01', x'02', 0, '[]', 0, 0, x'03', x'04', created_at, null from person limit 1", "person", "not what")]
    [InlineData("update person set password_hash = (select max(password_hash) from person)", "person", "not what")]
    [InlineData("delete from person where staff_no = (select max(staff_no) from person)", "person", "no row")]
    [InlineData("insert into person select 'A9999000999', 'x', 'X', full_name, roles, language, password_hash, pin_hash, 'P000000999', active, 0, null, 0, null, security_stamp, concurrency_stamp, created_at, training, pin_state, password_state from person limit 1", "person", "knows of none")]
    [InlineData("update house_thing set expires_on = '2099-12-31' where expires_on is not null", "house_thing", "not what")]
    [InlineData("update house_thing set manufacturer_lot = 'OTHER'", "house_thing", "not what")]
    [InlineData("update house_thing set status = 'Retired'", "house_thing", "not what")]
    [InlineData("delete from house_thing where occupied_by is null", "house_thing", "no row")]
    [InlineData("insert into house_thing select '&e9999999999', kind, name_ru, name_en, status, material_kind, manufacturer_lot, gtin, expires_on, null, created_at from house_thing where kind = 'Equipment' limit 1", "house_thing", "knows of none")]
    [InlineData("update house_thing set occupied_by = null", "house_thing", "not what")]
    [InlineData("update house_thing set occupied_by = (select min(coi) from chain) where occupied_by is null", "house_thing", "not what")]
    [InlineData("delete from site_secret where name = 'same-person'", "site_secret", "no row")]
    [InlineData("update site_secret set name = 'x' where name = 'free-text'", "site_secret", "no row")]
    public async Task Verify_RowTampered_NamesTableAndRow(string forgery, string table, string words)
    {
        Forge(forgery);

        var (code, _, error) = await _terminal.HereAsync("", "verify");

        Assert.Equal(1, code);
        Assert.Contains($"able {table}", error, StringComparison.Ordinal);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.Contains($"аблиц", error, StringComparison.Ordinal);
    }

    /// <summary>Whoever adds a table says here who notices what is done to it behind the site's back, or why it does not matter.</summary>
    [Fact]
    public void Table_OfTheSchema_IsForgedAbove_OrExcused()
    {
        var forged = GetType().GetMethod(nameof(Verify_RowTampered_NamesTableAndRow))!.GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>().Select(data => (string)data.GetData(null!).Single()[1]).ToHashSet();
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
        using var reader = command.ExecuteReader();
        List<string> tables = [];
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        Assert.Equal(tables.Except(forged).Order(), Excused.Keys.Order());
    }

    [Fact]
    public async Task Rebuild_GivesTheVerySameRows()
    {
        var before = Rows();
        Forge("delete from dose_bag; delete from batch; update collection set state = 'Rejected'; update chain set held = 1");

        var (code, answer, error) = await _terminal.HereAsync("", "rebuild");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(": 2", answer, StringComparison.Ordinal);
        Assert.Equal(before, Rows());
        Assert.Equal(0, (await _terminal.HereAsync("", "verify")).Code);
    }

    [Fact]
    public async Task Migration_FillsTheUsesOfThings_AsTheyWouldHaveBeenWritten()
    {
        var before = Rows();
        Forge("drop table thing_use; delete from SchemaVersions where ScriptName like '%0013_thing_use%'");

        var (code, _, error) = await _terminal.HereAsync("", "migrate");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task Rebuild_OfAnAlteredLedger_IsRefused_AndChangesNothing()
    {
        Forge("delete from dose_bag; drop trigger ledger_refuses_update; update ledger set actor = 'somebody' where position = 7");

        var (code, _, error) = await _terminal.HereAsync("", "rebuild");

        Assert.Equal(1, code);
        Assert.Contains("Entry 7", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Rows(), row => row.StartsWith("dose_bag", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rebuild_WithoutAFile_MakesNone()
    {
        File.Delete(_terminal.Database);

        var (code, _, error) = await _terminal.HereAsync("", "rebuild");

        Assert.Equal(2, code);
        Assert.Contains(_terminal.Database, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_terminal.Database));
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements stand above.")]
    private void Forge(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"pragma foreign_keys = off; {sql}";
        command.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "The tables stand above.")]
    private List<string> Rows()
    {
        using var connection = Open();
        List<string> rows = [];
        foreach (var table in Tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select * from {table}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add($"{table} {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue))}");
            }
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_terminal.Database};Pooling=False");
        connection.Open();
        return connection;
    }
}
