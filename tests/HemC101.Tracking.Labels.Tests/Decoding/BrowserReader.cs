using System.Text.Json;
using Microsoft.Playwright;

namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>Reads with zxing-wasm in Chromium, through the browser's own picture decoder and canvas; one page for all pictures.</summary>
internal static class BrowserReader
{
    public const string Program = "chromium";

    private const string Executable = "/usr/bin/chromium";
    private const string Site = "http://symbols.invalid/";

    private const string Read =
        """
        async (pictures) => {
          ZXingWASM.prepareZXingModule({ overrides: { locateFile: (path) => "/" + path } });
          const options = { formats: ["Code128", "DataMatrix"], tryHarder: true, textMode: "Plain" };
          const answers = [];
          for (const picture of pictures) {
            const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64," + picture)).blob());
            const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true });
            context.drawImage(bitmap, 0, 0);
            const found = await ZXingWASM.readBarcodes(context.getImageData(0, 0, bitmap.width, bitmap.height), options);
            answers.push(found.map((r) => ({ symbology: r.symbologyIdentifier, text: String.fromCharCode(...r.bytes) })));
          }
          return JSON.stringify(answers);
        }
        """;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <returns>For each picture all that was read.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<DecodedSymbol>>> ReadAsync(IEnumerable<byte[]> pictures)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Headless = true, Args = Arguments });
        var page = await browser.NewPageAsync();
        await page.RouteAsync(Site + "**", ServeAsync);
        await page.GotoAsync(Site);
        await page.AddScriptTagAsync(new() { Path = Decoder.Module("dist/iife/reader/index.js") });

        var read = new List<IReadOnlyList<DecodedSymbol>>();
        foreach (var batch in pictures.Chunk(200))
        {
            var answers = await page.EvaluateAsync<string>(Read, batch.Select(Convert.ToBase64String).ToArray());
            read.AddRange(JsonSerializer.Deserialize<List<List<DecodedSymbol>>>(answers, JsonSerializerOptions.Web) ?? []);
        }

        return read;
    }

    private static async Task ServeAsync(IRoute route) =>
        await route.FulfillAsync(route.Request.Url.EndsWith(".wasm", StringComparison.Ordinal)
            ? new() { Path = Decoder.Module("dist/reader/zxing_reader.wasm"), ContentType = "application/wasm" }
            : new() { Body = "<!doctype html><title>-</title>", ContentType = "text/html" });
}
