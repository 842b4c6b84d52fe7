namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>Pictures as files for programs that want files; gone when disposed.</summary>
internal sealed class PictureFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-symbols-");

    public string Add(int number, byte[] png)
    {
        var path = Path.Combine(_folder.FullName, $"{number:D4}.png");
        File.WriteAllBytes(path, png);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
