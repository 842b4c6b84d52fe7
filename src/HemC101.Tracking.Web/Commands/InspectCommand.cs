using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Says what a code is, as one JSON object on one line; for a file of codes, one such line for each.</summary>
internal sealed class InspectCommand : ICommand
{
    private const string File = "file";
    private const string Separator = "separator";

    public string Name => "inspect";

    public string Usage => $"'<scan>' | --file <codes.txt> [--separator <character sent for GS>] {DatabaseFile.Usage}";

    public Text Purpose => new(
        "показать, что прочитано из кода (JSON); в файле код на строке, знаки пишутся и как \\x1d",
        "show what a code says (JSON); a file holds one code a line, characters may be written as \\x1d");

    public IReadOnlyCollection<string> Options => [File, Separator, DatabaseFile.Option];

    /// <summary>2 would say that a scan was refused.</summary>
    public int Unusable => ExitCode.No;

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        var (file, separator) = (line.Option(File), line.Option(Separator));
        if (line.Words.Count != (file is null ? 1 : 0) || separator is { Length: not 1 })
        {
            return CommandDesk.Misused(this, screen);
        }

        if (Missing(file, line.Option(DatabaseFile.Option)) is { } missing)
        {
            screen.Refuse(new($"Файла нет: {missing}", $"There is no such file: {missing}"));
            return Unusable;
        }

        await using var database = line.Option(DatabaseFile.Option) is { } path ? new Database(path) : null;
        var desk = new InspectDesk(screen.Out, new ScannerSetup(separator?[0]), database);
        return await (file is null ? desk.InspectAsync(line.Words[0], ct) : desk.InspectAllAsync(ScanLines.Read(file), ct))
            ? ExitCode.Good
            : ExitCode.Refused;
    }

    private static string? Missing(params IEnumerable<string?> paths) => paths.FirstOrDefault(path => path is not null && !System.IO.File.Exists(path));
}
