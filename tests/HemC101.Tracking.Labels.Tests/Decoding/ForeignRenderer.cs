using HemC101.Tracking.Labels.Tests.Templates;

namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>The golden labels as zpl-renderer-js draws them, and what ZXing reads there: neither shares code with ours.</summary>
internal static class ForeignRenderer
{
    /// <summary>Only the size in dots matters to it: it is told millimetres of eight dots whatever the printer's are.</summary>
    private const int DotsPerMillimetre = 8;

    private static readonly Lazy<Task<IReadOnlyList<Decoded>>> Once = new(() => Decoder.ReadZplAsync(
        GoldenFile.All.Select(golden => (golden.Zpl, (double)golden.Width / DotsPerMillimetre, (double)golden.Height / DotsPerMillimetre)), DotsPerMillimetre));

    public static async Task<IReadOnlyList<(GoldenFile Golden, Decoded Drawn)>> GoldensAsync()
    {
        Assert.NotEmpty(GoldenFile.All);
        return [.. GoldenFile.All.Zip(await Once.Value)];
    }
}
