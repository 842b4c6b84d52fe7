namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>Reads Data Matrix with <c>dmtxread</c> of Debian's dmtx-utils: libdmtx shares no code with ZXing.</summary>
internal static class Libdmtx
{
    public const string Program = "dmtxread";

    private const int NothingFound = 1;

    /// <summary>It parts its answers by nothing but a line break, so a batch says nothing that a picture for itself would not.</summary>
    private const int Batch = 40;

    /// <param name="pictures">With what they are hoped to say.</param>
    /// <returns>For each picture what was read; null for nothing.</returns>
    public static async Task<IReadOnlyList<string?>> ReadAsync(IReadOnlyList<(byte[] Png, bool Gs1, string Payload)> pictures)
    {
        using var folder = new PictureFolder();
        var files = pictures.Select((picture, i) => (Number: i, Path: folder.Add(i, picture.Png), picture.Gs1, picture.Payload)).ToList();
        var read = new string?[files.Count];
        foreach (var batch in files.GroupBy(file => file.Gs1).SelectMany(group => group.Chunk(Batch)))
        {
            var asHoped = await SayAsync(batch.Select(file => file.Path), batch[0].Gs1) == string.Concat(batch.Select(file => Line(file.Gs1, file.Payload)));
            foreach (var file in batch)
            {
                read[file.Number] = asHoped ? file.Payload : Payload(file.Gs1, await SayAsync([file.Path], file.Gs1));
            }
        }

        return read;
    }

    private static string? Payload(bool gs1, string line) => line.Length == 0 ? null : line[(gs1 ? 1 : 0)..^1];

    /// <summary>In GS1 mode FNC1 comes as the character named, in first place too.</summary>
    private static string Line(bool gs1, string payload) => (gs1 ? "\u001D" : "") + payload + "\n";

    private static Task<string> SayAsync(IEnumerable<string> paths, bool gs1) =>
        CommandLine.RunAsync(Program, [.. gs1 ? ["-G", "29"] : Array.Empty<string>(), "-n", "-N", "1", "-m", "30000", .. paths], NothingFound);
}
