using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Raster;
using HemC101.Tracking.Labels.Tests.Decoding;
using HemC101.Tracking.Labels.Tests.Templates;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Tests.Raster;

/// <summary>Our reading of the ZPL beside that of a renderer which shares no code with it.</summary>
public sealed class ZplRasterTests
{
    /// <summary>Of all dots, for the rims of circles.</summary>
    private const double Different = 0.001;

    /// <summary>But for the modules of the Data Matrix, of which more than one choice says the same: that is read.</summary>
    [DecoderFact]
    public async Task Draw_EveryGolden_IsWhatAnotherRendererDraws()
    {
        foreach (var (golden, drawn) in await ForeignRenderer.GoldensAsync())
        {
            var ours = ZplRaster.Draw(golden.Bytes);
            using var theirs = SKBitmap.Decode(drawn.Png);

            Assert.Equal((golden.Name, golden.Width, golden.Height), (golden.Name, ours.Width, ours.Height));
            Assert.Equal((golden.Name, theirs.Width, theirs.Height), (golden.Name, ours.Width, ours.Height));
            var wrong = Differences(ours, theirs, golden.Matrix);
            Assert.True(wrong <= Different * ours.Width * ours.Height, $"{golden.Name}: {wrong} dots of {ours.Width * ours.Height} differ.");
        }
    }

    private static int Differences(GreyPicture ours, SKBitmap theirs, (int X, int Y, int Side) left)
    {
        var wrong = 0;
        for (var y = 0; y < ours.Height; y++)
        {
            for (var x = 0; x < ours.Width; x++)
            {
                var isLeft = x >= left.X && x < left.X + left.Side && y >= left.Y && y < left.Y + left.Side;
                wrong += !isLeft && ours.Dots.Span[(y * ours.Width) + x] < 128 != theirs.GetPixel(x, y).Red < 128 ? 1 : 0;
            }
        }

        return wrong;
    }

    [DecoderFact]
    public async Task Draw_EveryGolden_SaysItsMessage()
    {
        var pictures = await Decoder.ReadPngsAsync(GoldenFile.All.Select(golden => BarcodePng.Write(ZplRaster.Draw(golden.Bytes))));

        foreach (var (golden, read) in GoldenFile.All.Zip(pictures))
        {
            Assert.Contains((golden.Symbol.Gs1 ? "]d2" : "]d1", golden.Symbol.Payload), read.Symbols.Select(symbol => (symbol.Symbology, symbol.Text)));
        }
    }

    [Theory]
    [InlineData("^XA^PW80^LL80^FO1,1^A0N,20,20^FDhello^FS^XZ", "^A0")]
    [InlineData("^XA^LL80^XZ", "^PW")]
    [InlineData("^XA^PW80^LL80^FO1^GB3,3,3^FS^XZ", "^FO1")]
    [InlineData("^XA^PW80^LL80^FO1,1^GFA,2,2,1,FF^FS^XZ", "^GF")]
    [InlineData("^XA^PW80^LL80^FDhello^FS^XZ", "^FD")]
    public void Draw_WhatNoLabelOfOursHolds_IsRefusedByName(string zpl, string command) =>
        Assert.Contains(command, Assert.Throws<FormatException>(() => ZplRaster.Draw(System.Text.Encoding.UTF8.GetBytes(zpl))).Message, StringComparison.Ordinal);
}
