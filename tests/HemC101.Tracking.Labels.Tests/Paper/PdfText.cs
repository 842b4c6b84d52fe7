using System.Diagnostics;
using System.Text;

namespace HemC101.Tracking.Labels.Tests.Paper;

/// <summary>What an independent reader, pdftotext, finds in a PDF.</summary>
internal static class PdfText
{
    public const string Reader = "/usr/bin/pdftotext";
    public const string Package = "poppler-utils";

    public static bool IsThere => File.Exists(Reader);

    /// <summary>The text of each page, laid out as on paper.</summary>
    public static IReadOnlyList<string> PagesOf(byte[] pdf) => Read(pdf, "-layout").Split('\f')[..^1];

    /// <summary>The words of all pages, one blank between two.</summary>
    public static string WordsOf(byte[] pdf) => string.Join(' ', Read(pdf).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Read(byte[] pdf, params IEnumerable<string> options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hemc101-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            using var reader = Process.Start(
                new ProcessStartInfo(Reader, [.. options, "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = reader.StandardOutput.ReadToEnd();
            reader.WaitForExit();
            Assert.Equal(0, reader.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
