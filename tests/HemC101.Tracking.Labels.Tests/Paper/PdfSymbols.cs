using System.Diagnostics;

namespace HemC101.Tracking.Labels.Tests.Paper;

/// <summary>The Data Matrix symbols of a PDF as an independent reader finds them in a print: pdftoppm of poppler, dmtxread of libdmtx.</summary>
internal static class PdfSymbols
{
    /// <summary>Of an office scanner.</summary>
    private const string Resolution = "200";

    /// <summary>The corner of a page in which a sheet's symbol stands, in dots: among the letters of a whole page the reader searches for minutes.</summary>
    private static readonly string[] UpperLeft = ["-x", "0", "-y", "0", "-W", "600", "-H", "700"];

    /// <returns>At most one a page, of those in its upper left corner, in the order of the pages.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("hemc101-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "paper.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await RunAsync("pdftoppm", ["-r", Resolution, .. UpperLeft, "-png", "-gray", file, Path.Combine(folder.FullName, "page")]);
            List<string> read = [];
            foreach (var page in folder.GetFiles("page*.png").OrderBy(page => page.Name, StringComparer.Ordinal))
            {
                if (await RunAsync("dmtxread", "-N", "1", "-m", "5000", page.FullName) is { Length: > 0 } said)
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
