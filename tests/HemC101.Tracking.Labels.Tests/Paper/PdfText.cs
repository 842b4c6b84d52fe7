using System.Diagnostics;

namespace HemC101.Tracking.Labels.Tests.Paper;

/// <summary>What an independent reader finds in a PDF: the text of each page, through pdftotext.</summary>
internal static class PdfText
{
    private const string Reader = "/usr/bin/pdftotext";

    public static bool IsThere => File.Exists(Reader);

    public static IReadOnlyList<string> PagesOf(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hemc101-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo(Reader, ["-layout", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var text = reader.StandardOutput.ReadToEnd();
            reader.WaitForExit();
            Assert.Equal(0, reader.ExitCode);
            return text.Split('\f')[..^1];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
