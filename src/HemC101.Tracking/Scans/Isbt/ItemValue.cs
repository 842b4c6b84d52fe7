using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 021: a reagent, vector or other item, by maker (2) and catalogue number (8, zeros on the left).</summary>
public sealed record ItemValue(string Maker, string Catalogue) : IsbtValue(21)
{
    public override string Content => Maker + Catalogue;

    protected override Text Value => Same($"{Maker} {Padded.Trim(Catalogue)}");

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        Charset.IsUpperAlphanumeric(content) ? new ItemValue(content[..2].ToString(), content[2..].ToString()) : null;
}
