using System.Diagnostics;

namespace HemC101.Tracking.Labels.Tests.Paper;

/// <summary>The Data Matrix symbols of a PDF as an independent reader finds them in a print: pdftoppm of poppler, dmtxread of libdmtx.</summary>
internal static class PdfSymbols
{
    /// <summary>Of an office scanner.</summary>
    private const string Resolution = "200";

    /// <returns>At most one a page, in their order.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("hemc101-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "paper.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await RunAsync("pdftoppm", "-r", Resolution, "-png", "-gray", file, Path.Combine(folder.FullName, "page"));
            List<string> read = [];
            foreach (var page in folder.GetFiles("page*.png").OrderBy(page => page.Name, StringComparer.Ordinal))
            {
                if (await RunAsync("dmtxread", "-N", "1", "-m", "60000", page.FullName) is { Length: > 0 } said)
                {
                    read.Add(said.TrimEnd('\n'));
                }
            }

            return read;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return said;
    }
}
