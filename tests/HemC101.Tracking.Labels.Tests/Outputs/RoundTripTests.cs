using HemC101.Tracking.Labels.Tests.Decoding;
using HemC101.Tracking.Labels.Tests.Templates;
using HemC101.Tracking.Steps;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Tests.Outputs;

/// <summary>From finished output to the message again, through programs that are not ours: one draws, two read.</summary>
public sealed class RoundTripTests
{
    private const double DotsPerInch = 8 * 25.4;

    /// <summary>Every golden file there is. ZXing finds the symbols in the whole label; libdmtx, which searches slowly, is shown where to look.</summary>
    [DecoderFact(Libdmtx.Program)]
    public async Task Golden_DrawnByAnotherRenderer_SaysItsMessageToBothReaders()
    {
        await RequireAsync([.. (await ForeignRenderer.GoldensAsync()).Select(label => new Proof(
            label.Golden.Name, label.Drawn.Symbols, SymbolOf(label.Drawn.Png!, label.Golden.Matrix), label.Golden.Symbol, label.Golden.Linear))]);
    }

    [DecoderFact(Libdmtx.Program, PdfPicture.Program)]
    public async Task Pdf_DrawnByAPdfReader_SaysItsMessageToBothReaders()
    {
        var contents = Enum.GetValues<LabelKind>().Select(LabelSamples.Of).ToList();
        var pictures = new List<byte[]>();
        foreach (var content in contents)
        {
            pictures.Add(await PdfPicture.DrawAsync(LabelSamples.Renderer.Pdf(content).Bytes, DotsPerInch));
        }

        var read = await Decoder.ReadPngsAsync(pictures);
        await RequireAsync([.. contents.Select((content, i) =>
            new Proof(content.Kind.ToString(), read[i].Symbols, pictures[i], (content.Gs1, content.Symbol), content.Linear))]);
    }

    /// <summary>With the white around it that the smallest quiet zone leaves, and what else comes to stand there.</summary>
    private static byte[] SymbolOf(byte[] png, (int X, int Y, int Side) matrix)
    {
        const int Around = 12;
        using var whole = SKBitmap.Decode(png);
        using var part = new SKBitmap();
        var place = SKRectI.Create(matrix.X - Around, matrix.Y - Around, matrix.Side + (2 * Around), matrix.Side + (2 * Around));
        Assert.True(whole.ExtractSubset(part, SKRectI.Intersect(place, SKRectI.Create(whole.Width, whole.Height))));
        using var data = part.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static async Task RequireAsync(IReadOnlyList<Proof> proofs)
    {
        var matrices = await Libdmtx.ReadAsync([.. proofs.Select(proof => (proof.Png, proof.Symbol.Gs1, proof.Symbol.Payload))]);
        foreach (var (proof, matrix) in proofs.Zip(matrices))
        {
            List<(string, string, string)> expected = [(proof.Name, proof.Symbol.Gs1 ? "]d2" : "]d1", proof.Symbol.Payload)];
            if (proof.Linear is { } linear)
            {
                expected.Add((proof.Name, "]C0", linear));
            }

            Assert.Equal(expected, proof.Read.Select(symbol => (proof.Name, symbol.Symbology, symbol.Text)).OrderByDescending(symbol => symbol.Symbology, StringComparer.Ordinal));
            Assert.All(proof.Read, symbol => Assert.Null(symbol.Error));
            Assert.Equal((proof.Name, proof.Symbol.Payload), (proof.Name, matrix));
        }
    }

    /// <param name="Read">By ZXing from the picture.</param>
    /// <param name="Symbol">What the Data Matrix is meant to say.</param>
    /// <param name="Linear">What the Code 128 is meant to say; null without one.</param>
    private sealed record Proof(string Name, IReadOnlyList<DecodedSymbol> Read, byte[] Png, (bool Gs1, string Payload) Symbol, string? Linear);
}
