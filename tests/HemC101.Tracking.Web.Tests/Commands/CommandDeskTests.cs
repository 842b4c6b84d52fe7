using System.Diagnostics;
using HemC101.Tracking.Web.Commands;

namespace HemC101.Tracking.Web.Tests.Commands;

public sealed class CommandDeskTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(false, "--demo")]
    [InlineData(false, "--urls", "http://localhost:5005")]
    [InlineData(false, "--Database:Path=x.db")]
    [InlineData(true, "verify")]
    [InlineData(true, "verfy")]
    [InlineData(true, "--help")]
    [InlineData(true, "-h")]
    public void Concerns_OnlyCommandsAndHelp(bool expected, params string[] args) => Assert.Equal(expected, CommandDesk.Concerns(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_ListsEveryCommandOnALineOfItsOwn(string word)
    {
        var (code, answer, error) = await Terminal.RunAsync("", word);

        var lines = answer.TrimEnd().Split(Environment.NewLine);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(14, lines.Length);
        Assert.All(["inspect", "verify", "seal", "evidence", "consistency", "backup", "restore", "migrate", "user add", "keys escrow", "copy", "rebuild", "scenario"], name => Assert.Single(lines, line => line.Contains($" {name} ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("verfy")]
    [InlineData("user")]
    [InlineData("user", "remove")]
    public async Task Run_UnknownCommand_ShowsTheHelpAsAnError(params string[] args)
    {
        var (code, answer, error) = await Terminal.RunAsync("", args);

        Assert.Equal((2, ""), (code, answer));
        Assert.Contains("Такой команды нет", error, StringComparison.Ordinal);
        Assert.Contains(" verify ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify", "now")]
    [InlineData("verify", "--databse", "x.db")]
    [InlineData("verify", "--database")]
    [InlineData("verify", "--database", "a", "--database", "b")]
    [InlineData("migrate", "now")]
    [InlineData("seal", "now")]
    [InlineData("evidence", "CHA999926000001")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("restore", "--check", "a", "--to", "b")]
    [InlineData("restore", "--from", "a")]
    [InlineData("inspect")]
    [InlineData("inspect", "a", "b")]
    [InlineData("inspect", "a", "--b")]
    [InlineData("verify", "--b")]
    [InlineData("verify", "--", "b")]
    [InlineData("inspect", "a", "--file", "codes.txt")]
    [InlineData("inspect", "a", "--separator", "||")]
    [InlineData("scenario")]
    [InlineData("user", "add")]
    [InlineData("user", "add", "--name", "Иванова", "--user", "ivanova")]
    public async Task Run_WrongLine_SaysWhatIsWanted(params string[] args)
    {
        var (code, answer, error) = await Terminal.RunAsync("", args);

        Assert.Equal((args[0] == "inspect" ? 1 : 2, ""), (code, answer));
        Assert.Contains($"HemC101.Tracking.Web {args[0]}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executable_Inspect_AnswersWithoutAWebSite()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "inspect", "='A9999000001"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("{", answer, StringComparison.Ordinal);
        Assert.Contains("\"canonical\":\"='A9999000001\"", answer, StringComparison.Ordinal);
    }
}
