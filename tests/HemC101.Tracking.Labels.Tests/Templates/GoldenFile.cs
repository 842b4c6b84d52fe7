using System.Globalization;
using System.Text;
using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>Every example in <c>labels/golden</c>, whatever kind, profile or density it is of.</summary>
/// <param name="Symbol">What its Data Matrix is meant to say: GS1 or not, and the message.</param>
/// <param name="Linear">What its Code 128 is meant to say; null without one.</param>
/// <param name="Matrix">Where its Data Matrix stands, in dots, were it as large as a printer may make it.</param>
internal sealed record GoldenFile(
    string Name, string Zpl, int Width, int Height, (bool Gs1, string Payload) Symbol, string? Linear, (int X, int Y, int Side) Matrix)
{
    public static string Folder => Path.Combine(LabelSamples.LabelsFolder, "golden");

    public static IReadOnlyList<GoldenFile> All { get; } =
    [
        .. Directory.GetFiles(Folder, "*.zpl").Where(file => !file.EndsWith(".received.zpl", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Zpl);

    private static GoldenFile Read(string file)
    {
        var zpl = File.ReadAllText(file);
        var commands = ZplCommand.Of(zpl).ToList();
        int Dots(string name) => int.Parse(commands.Find(command => command.Name == name).Rest.Trim(), CultureInfo.InvariantCulture);
        var symbol = SymbolReading.DataMatrix(DataOf(commands, "BX")!);
        return new(
            Path.GetFileNameWithoutExtension(file), zpl, Dots("PW"), Dots("LL"),
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
