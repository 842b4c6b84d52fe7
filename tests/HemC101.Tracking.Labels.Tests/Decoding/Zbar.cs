using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>Reads Code 128 with <c>zbarimg</c> of Debian's zbar-tools: it shares no code with ZXing.</summary>
internal static class Zbar
{
    public const string Program = "zbarimg";

    private const int NothingFound = 4;
    private static readonly XNamespace Namespace = "http://zbar.sourceforge.net/2008/barcode";

    /// <returns>For each picture all that was read, FNC1 after the first place as ASCII 29.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(IEnumerable<byte[]> pictures)
    {
        using var folder = new PictureFolder();
        var paths = pictures.Select((png, i) => folder.Add(i, png)).ToList();
        var read = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var batch in paths.Chunk(100))
        {
            var xml = await CommandLine.RunAsync(Program, ["--xml", "--quiet", "--nodbus", "-Sdisable", "-Scode128.enable", .. batch], NothingFound);
            foreach (var source in Parsed(xml).Descendants(Namespace + "source"))
            {
                read[(string?)source.Attribute("href") ?? ""] = [.. source.Descendants(Namespace + "data").Select(Text)];
            }
        }

        return [.. paths.Select(path => read.GetValueOrDefault(path) ?? [])];
    }

    /// <summary>A carriage return of a payload stays one.</summary>
    private static XDocument Parsed(string xml)
    {
        using var reader = new XmlTextReader(new StringReader(xml)) { Normalization = false, DtdProcessing = DtdProcessing.Prohibit };
        return XDocument.Load(reader);
    }

    private static string Text(XElement data) =>
        (string?)data.Attribute("format") == "base64" ? Encoding.Latin1.GetString(Convert.FromBase64String(data.Value)) : data.Value;
}
