using System.Globalization;
using System.Text;
using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>Every example in <c>labels/golden</c>, whatever kind, profile or density it is of.</summary>
/// <param name="Name">Its path in there without its ending.</param>
/// <param name="Symbol">What its Data Matrix is meant to say: GS1 or not, and the message.</param>
/// <param name="Linear">What its Code 128 is meant to say; null without one.</param>
/// <param name="Matrix">Where its Data Matrix stands, in dots, were it as large as a printer may make it.</param>
internal sealed record GoldenFile(
    string Name, string Zpl, int Width, int Height, (bool Gs1, string Payload) Symbol, string? Linear, (int X, int Y, int Side) Matrix)
{
    public static string Folder => Path.Combine(LabelSamples.LabelsFolder, "golden");

    public static IReadOnlyList<GoldenFile> All { get; } =
    [
        .. Directory.GetFiles(Folder, "*.zpl", SearchOption.AllDirectories).Where(file => !file.EndsWith(".received.zpl", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Parse),
    ];

    /// <summary>The usual form of each kind, and one kind in every way in which it can differ.</summary>
    public bool IsShown => Folders is [] || (Folders is ["coded" or "full-name" or "bmcp-180" or "russian" or "single-dose"] && Path.GetFileName(Name) == "dose-bag-day1");

    /// <summary>Of the picture of it.</summary>
    public string Picture => string.Join('.', Folders.Prepend(Path.GetFileName(Name)));

    /// <summary>What it lies in below the folder itself: another print head, another form.</summary>
    private string[] Folders => Name.Split(Path.DirectorySeparatorChar)[..^1];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Zpl);

    private static GoldenFile Parse(string file)
    {
        var zpl = File.ReadAllText(file);
        var commands = ZplCommand.Of(zpl).ToList();
        int Dots(string name) => int.Parse(commands.Find(command => command.Name == name).Rest.Trim(), CultureInfo.InvariantCulture);
        var symbol = SymbolReading.DataMatrix(DataOf(commands, "BX")!);
        return new(
            Path.ChangeExtension(Path.GetRelativePath(Folder, file), null), zpl, Dots("PW"), Dots("LL"),
            symbol, DataOf(commands, "BC") is { } linear ? SymbolReading.Hex(linear) : null, MatrixOf(commands, symbol));
    }

    private static (int X, int Y, int Side) MatrixOf(List<ZplCommand> commands, (bool Gs1, string Payload) symbol)
    {
        int Number(ZplCommand command, int parameter) => int.Parse(command.Parameters[parameter], CultureInfo.InvariantCulture);
        var at = commands.FindIndex(command => command.Name == "BX");
        var origin = commands.Take(at).Last(command => command.Name == "FO");
        return (Number(origin, 0), Number(origin, 1), Number(commands[at], 1) * SymbolSize.DataMatrixModules(symbol.Payload, symbol.Gs1)!.Value);
    }

    private static string? DataOf(List<ZplCommand> commands, string symbol) =>
        commands.FindIndex(command => command.Name == symbol) is var at and >= 0 ? commands.Skip(at).First(command => command.Name == "FD").Rest : null;
}
