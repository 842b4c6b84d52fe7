using System.Diagnostics;
using System.Text.Json;
using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>The readers of <c>decoder/decode.mjs</c>; each call is one Node process for the whole batch.</summary>
public static class Decoder
{
    private static readonly string? Home = FindHome();

    /// <summary>What is missing and how to get it; null when the readers can be asked.</summary>
    public static string? Missing { get; } =
        !CommandLine.Has("node") ? "Node.js is not on the PATH. Install Node.js 20 or later."
        : Home is null || !Directory.Exists(Path.Combine(Home, "node_modules")) ? "The readers are not installed. Run 'npm ci' in tests/HemC101.Tracking.Labels.Tests/decoder."
        : null;

    /// <returns>For each symbol, in order, all that was read from its picture.</returns>
    public static async Task<IReadOnlyList<Decoded>> ReadAsync(IEnumerable<BarcodeModules> symbols) =>
        await AskAsync(symbols.Select(symbol => new { Modules = Rows(symbol) }));

    /// <returns>For each picture, in order, all that was read from it.</returns>
    public static async Task<IReadOnlyList<Decoded>> ReadPngsAsync(IEnumerable<byte[]> pictures) =>
        await AskAsync(pictures.Select(png => new { Png = png }));

    /// <returns>For each label, in order, its picture and all that was read from it.</returns>
    public static async Task<IReadOnlyList<Decoded>> ReadZplAsync(IEnumerable<string> labels, int widthMm, int heightMm, int dotsPerMm) =>
        await AskAsync(labels.Select(zpl => new { Zpl = zpl, WidthMm = widthMm, HeightMm = heightMm, DotsPerMm = dotsPerMm }));

    /// <returns>For each label, in order, its picture and all that was read from it; one renderer for labels of every size.</returns>
    public static async Task<IReadOnlyList<Decoded>> ReadZplAsync(IEnumerable<(string Zpl, int WidthMm, int HeightMm)> labels, int dotsPerMm) =>
        await AskAsync(labels.Select(label => new { label.Zpl, label.WidthMm, label.HeightMm, DotsPerMm = dotsPerMm }));

    /// <returns>For each text, in order, the Data Matrix as zint draws it.</returns>
    public static async Task<IReadOnlyList<Decoded>> DrawDataMatrixAsync(IEnumerable<string> texts) =>
        await AskAsync(texts.Select(text => new { DataMatrix = text }));

    /// <summary>A file of zxing-wasm.</summary>
    public static string Module(string path) => Path.Combine(Home ?? "", "node_modules", "zxing-wasm", path);

    /// <summary>Rows of 0 and 1, top to bottom; 1 is dark.</summary>
    public static IReadOnlyList<string> Rows(BarcodeModules symbol) =>
    [
        .. Enumerable.Range(0, symbol.Height).Select(y =>
            string.Concat(Enumerable.Range(0, symbol.Width).Select(x => symbol[x, y] ? '1' : '0'))),
    ];

    private static async Task<IReadOnlyList<Decoded>> AskAsync<T>(IEnumerable<T> requests)
    {
        if (Missing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        var start = new ProcessStartInfo("node", ["decode.mjs"])
        {
            WorkingDirectory = Home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("Node.js did not start.");
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        foreach (var request in requests)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, JsonSerializerOptions.Web));
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Answer)]
            : throw new InvalidOperationException($"decode.mjs ended with {node.ExitCode}: {await errors}");
    }

    private static Decoded Answer(string line) =>
        JsonSerializer.Deserialize<Decoded>(line, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"No answer: {line}");

    private static string? FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var home = Path.Combine(folder.FullName, "decoder");
            if (File.Exists(Path.Combine(home, "decode.mjs")))
            {
                return home;
            }
        }

        return null;
    }
}
