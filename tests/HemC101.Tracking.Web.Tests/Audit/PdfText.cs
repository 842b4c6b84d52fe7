using System.Diagnostics;
using System.Text;

namespace HemC101.Tracking.Web.Tests.Audit;

/// <summary>The words of a PDF as pdftotext finds them, one blank between two.</summary>
internal static class PdfText
{
    public const string Reader = "/usr/bin/pdftotext";
    public const string Package = "poppler-utils";

    public static async Task<string> OfAsync(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hemc101-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo(Reader, ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            Assert.Equal(0, reader.ExitCode);
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
