using HemC101.Tracking.Web.Commands;

namespace HemC101.Tracking.Web.Tests.Commands;

/// <summary>A folder with a database in it, and commands run on it with their answers kept.</summary>
public sealed class Terminal : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-command-");

    public string Database => FileNamed("hemc101.db");

    public string FileNamed(string name) => Path.Combine(_folder.FullName, name);

    public static async Task<(int Code, string Out, string Error)> RunAsync(string input, params string[] args)
    {
        using StringWriter answer = new(), error = new();
        using var reader = new StringReader(input);
        var code = await CommandDesk.RunAsync(args, new CommandScreen(reader, answer, error, IsTerminal: false), default);
        return (code, answer.ToString(), error.ToString());
    }

    /// <summary>On the database of this folder.</summary>
    public Task<(int Code, string Out, string Error)> HereAsync(string input, params string[] args) =>
        RunAsync(input, [.. args, "--database", Database]);

    public void Dispose() => _folder.Delete(recursive: true);
}
