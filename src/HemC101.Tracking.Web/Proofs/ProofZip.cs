using System.IO.Compression;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>What a proof is handed out as.</summary>
internal static class ProofZip
{
    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A file that goes with every proof, such as the script that checks it.</summary>
    public static byte[] Resource(string name)
    {
        using var stream = typeof(ProofZip).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
