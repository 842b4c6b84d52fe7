using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 040.</summary>
public sealed record CoiValue(CoiId Coi) : IsbtValue(40)
{
    public override string Content => Coi.ToString();

    protected override Text Value => Same(Coi.WithCheck);

    internal static IsbtValue? Read(ReadOnlySpan<char> content) => CoiId.TryParse(content, out var coi) ? new CoiValue(coi) : null;
}
