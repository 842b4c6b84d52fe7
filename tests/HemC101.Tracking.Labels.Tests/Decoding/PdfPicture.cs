namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>A PDF as another program shows it: <c>pdftoppm</c> and <c>pdfinfo</c> of Debian's poppler-utils.</summary>
internal static class PdfPicture
{
    public const string Program = "pdftoppm";

    /// <returns>The first page as PNG.</returns>
    public static Task<byte[]> DrawAsync(byte[] pdf, double dotsPerInch) => WithFileAsync(pdf, async file =>
    {
        var stem = Path.ChangeExtension(file, null);
        await CommandLine.RunAsync(Program, ["-r", FormattableString.Invariant($"{dotsPerInch}"), "-gray", "-png", "-singlefile", file, stem]);
        try
        {
            return await File.ReadAllBytesAsync(stem + ".png");
        }
        finally
        {
            File.Delete(stem + ".png");
        }
    });

    /// <summary>What the reader says of the document, a line each.</summary>
    public static Task<string> DescribeAsync(byte[] pdf) => WithFileAsync(pdf, file => CommandLine.RunAsync("pdfinfo", [file]));

    /// <summary>Fonts, a line each: their names, and whether they are embedded.</summary>
    public static Task<string> FontsAsync(byte[] pdf) => WithFileAsync(pdf, file => CommandLine.RunAsync("pdffonts", [file]));

    private static async Task<T> WithFileAsync<T>(byte[] pdf, Func<string, Task<T>> ask)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hemc101-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            return await ask(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
