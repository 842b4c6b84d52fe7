namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>What may happen to a file on its disk: bits that turn, an end that is missing, a sector of zeros.</summary>
/// <param name="Kind">Flip, Cut or Blank.</param>
/// <param name="At">First byte that is touched.</param>
/// <param name="Bit">Which bit turns.</param>
public sealed record Wound(WoundKind Kind, int At, int Bit)
{
    private const int Sector = 512;

    /// <summary>The same ones at every run.</summary>
    public static IEnumerable<Wound> Of(int seed, int length, int flips, int cuts = 0, int blanks = 0)
    {
        var random = new Random(seed);
        return [.. Some(WoundKind.Flip, flips), .. Some(WoundKind.Cut, cuts), .. Some(WoundKind.Blank, blanks)];

        IEnumerable<Wound> Some(WoundKind kind, int count) =>
            Enumerable.Range(0, count).Select(_ => new Wound(kind, random.Next(length), random.Next(8))).ToList();
    }

    /// <returns>Another array; may hold the same where zeros were before.</returns>
    public byte[] Inflict(ReadOnlySpan<byte> whole)
    {
        if (Kind == WoundKind.Cut)
        {
            return whole[..At].ToArray();
        }

        var wounded = whole.ToArray();
        if (Kind == WoundKind.Flip)
        {
            wounded[At] ^= (byte)(1 << Bit);
        }
        else
        {
            var start = At / Sector * Sector;
            wounded.AsSpan(start, Math.Min(Sector, wounded.Length - start)).Clear();
        }

        return wounded;
    }
}

public enum WoundKind
{
    Flip,
    Cut,
    Blank,
}
