namespace HemC101.Tracking.Scans.Gs1;

/// <summary>The data files of this folder, embedded in the assembly.</summary>
internal static class Gs1Resource
{
    /// <returns>The lines that hold data: no comments, no empty ones.</returns>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(Gs1Resource).Assembly.GetManifestResourceStream(typeof(Gs1Resource), file)
            ?? throw new InvalidOperationException($"The assembly lacks its data file {file}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
