using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Secrets = "long enough to be safe\n483920\n";

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Verify_Untouched_CountsTheEntries()
    {
        await TwoPeopleAsync();

        var (code, answer, error) = await _terminal.HereAsync("", "verify");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(": 2", answer, StringComparison.Ordinal);
        Assert.Contains("unaltered", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update ledger set actor = 'somebody' where position = 2", "Запись 2", "Entry 2")]
    [InlineData("delete from ledger where position = 1", "Записи 1 нет", "Entry 1 is missing")]
    [InlineData("delete from ledger where position = 2", "удалён", "cut off")]
    public async Task Verify_Tampered_NamesTheFirstBrokenRow(string forgery, string ru, string en)
    {
        await TwoPeopleAsync();
        Forge(forgery);

        var (code, _, error) = await _terminal.HereAsync("", "verify");

        Assert.Equal(1, code);
        Assert.Contains(ru, error, StringComparison.Ordinal);
        Assert.Contains(en, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoFile_IsUnusableAndMakesNone()
    {
        var (code, answer, error) = await _terminal.HereAsync("", "verify");

        Assert.Equal((2, ""), (code, answer));
        Assert.Contains(_terminal.Database, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_terminal.Database));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is a text and no database at all, whatever its name may say")]
    public async Task Verify_NoLedgerInIt_IsUnusableAndUnchanged(string content)
    {
        await File.WriteAllTextAsync(_terminal.Database, content);

        var (code, _, error) = await _terminal.HereAsync("", "verify");

        Assert.Equal(2, code);
        Assert.Contains("резервную копию", error, StringComparison.Ordinal);
        Assert.StartsWith(content, await File.ReadAllTextAsync(_terminal.Database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_Twice_IsReadyBothTimes()
    {
        Assert.Equal(0, (await _terminal.HereAsync("", "migrate")).Code);
        Assert.Equal(0, (await _terminal.HereAsync("", "migrate")).Code);
        Assert.Equal(0, (await _terminal.HereAsync("", "verify")).Code);
    }

    [Fact]
    public async Task Migrate_NoSuchFolder_SaysSo()
    {
        var (code, _, error) = await Terminal.RunAsync("", "migrate", "--database", _terminal.FileNamed("none/hemc101.db"));

        Assert.Equal(2, code);
        Assert.Contains("не открывается", error, StringComparison.Ordinal);
    }

    private async Task TwoPeopleAsync()
    {
        Assert.Equal(0, (await _terminal.HereAsync(Secrets, "user", "add", "--name", "Иванова Анна", "--user", "ivanova", "--roles", "Courier")).Code);
        Assert.Equal(0, (await _terminal.HereAsync(Secrets, "user", "add", "--name", "Белов Пётр", "--user", "belov", "--roles", "Courier")).Code);
    }

    /// <summary>As somebody would who has the file and no scruples.</summary>
    private void Forge(string forgery)
    {
        using var connection = new SqliteConnection($"Data Source={_terminal.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = $"drop trigger ledger_refuses_update; drop trigger ledger_refuses_delete; {forgery}";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
