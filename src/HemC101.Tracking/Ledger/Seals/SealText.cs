using System.Globalization;
using System.Text;

namespace HemC101.Tracking.Ledger.Seals;

/// <summary>
/// What a seal says. It is signed as text, so that it can be read, kept on paper and checked without this program: seven lines of ASCII,
/// each ended by a line feed.
/// <code>
/// HemC101.Tracking ledger seal 1
/// entries 12345
/// root 64 hexadecimal digits
/// sealed 2026-11-23T08:00:00.000Z
/// key 64 hexadecimal digits
/// previous entries 12000
/// previous root 64 hexadecimal digits
/// </code>
/// </summary>
/// <param name="Entries">Size of the tree: the seal covers positions 1 to this one.</param>
/// <param name="Root">Of <see cref="MerkleTree"/>.</param>
/// <param name="SealedAt">By the clock of the server, to the millisecond.</param>
/// <param name="Key">SHA-256 of the public key (SubjectPublicKeyInfo, DER).</param>
/// <param name="PreviousEntries">Of the seal before; 0 for the first.</param>
/// <param name="PreviousRoot">Of the seal before; of an empty tree for the first.</param>
public sealed record SealText(long Entries, Digest Root, DateTimeOffset SealedAt, Digest Key, long PreviousEntries, Digest PreviousRoot)
{
    private const string Title = "HemC101.Tracking ledger seal 1";

    private static readonly string[] Names = ["entries", "root", "sealed", "key", "previous entries", "previous root"];

    /// <returns>Null for anything that <see cref="ToString"/> does not write.</returns>
    public static SealText? TryParse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != Names.Length + 2 || lines[0] != Title)
        {
            return null;
        }

        var values = new string[Names.Length];
        for (var i = 0; i < Names.Length; i++)
        {
            if (!lines[i + 1].StartsWith(Names[i] + " ", StringComparison.Ordinal))
            {
                return null;
            }

            values[i] = lines[i + 1][(Names[i].Length + 1)..];
        }

        var seal = Of(values);
        return seal?.ToString() == text ? seal : null;
    }

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(ToString());

    public override string ToString()
    {
        string[] values =
        [
            Entries.ToString(CultureInfo.InvariantCulture), Root.ToString(), Instants.ToText(SealedAt), Key.ToString(),
            PreviousEntries.ToString(CultureInfo.InvariantCulture), PreviousRoot.ToString(),
        ];
        return string.Concat((string[])[Title + "\n", .. Names.Zip(values, (name, value) => $"{name} {value}\n")]);
    }

    private static SealText? Of(string[] values) =>
        long.TryParse(values[0], CultureInfo.InvariantCulture, out var entries)
        && Digest.TryParse(values[1], null, out var root)
        && Instants.TryFromText(values[2], out var sealedAt)
        && Digest.TryParse(values[3], null, out var key)
        && long.TryParse(values[4], CultureInfo.InvariantCulture, out var previousEntries)
        && Digest.TryParse(values[5], null, out var previousRoot)
            ? new(entries, root, sealedAt, key, previousEntries, previousRoot)
            : null;
}
