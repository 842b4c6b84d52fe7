namespace HemC101.Tracking.Web.Commands;

/// <summary>A key ring and its copies, file by file.</summary>
internal static class KeyCopies
{
    private const string Files = "key-*.xml";

    /// <param name="ring">Folder that the site works with.</param>
    /// <param name="copies">Folders of the copies, brought here for the proof.</param>
    /// <returns>Why they are no copies; null when each holds every key of the ring, byte for byte.</returns>
    public static Text? Fault(string ring, IReadOnlyList<string> copies)
    {
        if (copies.FirstOrDefault(copy => !Directory.Exists(copy)) is { } missing)
        {
            return new Text("Папки {0} нет. Вставьте носитель с копией и назовите её папку.", "There is no folder {0}. Put the copy's medium in and name its folder.").With(missing);
        }

        if (copies.Prepend(ring).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Count() <= copies.Count)
        {
            return new(
                "Связка и обе копии должны лежать в трёх разных папках, копии – на разных носителях.",
                "The ring and its two copies have to lie in three different folders, the copies on different media.");
        }

        return (from key in Directory.EnumerateFiles(ring, Files).Order(StringComparer.Ordinal)
                from copy in copies
                let there = Path.Combine(copy, Path.GetFileName(key))
                where !File.Exists(there) || !File.ReadAllBytes(key).AsSpan().SequenceEqual(File.ReadAllBytes(there))
                select new Text(
                    "В копии {0} нет ключа {1}, или он не тот. Скопируйте связку заново и повторите.",
                    "The copy {0} does not hold the key {1}, or another one. Copy the ring once more and try again.").With(copy, Path.GetFileName(key))).FirstOrDefault();
    }
}
