namespace HemC101.Tracking.Steps;

/// <summary>What a print is stuck on. Where a bag is wanted only a live <see cref="PrimaryBag"/> print is accepted.</summary>
public enum Carrier
{
    PrimaryBag,
    Cassette,
    Tag,
    Tube,
    Sheet,
    Band,
    Badge,
    Plate,

    /// <summary>The outside of a transport box.</summary>
    Box,

    /// <summary>The bag around a thawed bag.</summary>
    Overwrap,

    /// <summary>A sticker that comes off again.</summary>
    Sticker,
}
