namespace HemC101.Tracking.Ledger;

/// <summary>What a check of the ledger can find wrong with one entry.</summary>
public enum Flaw
{
    /// <summary>Contents or place do not give the stored hash.</summary>
    Changed,

    /// <summary>There is no entry at this position.</summary>
    PositionGap,

    /// <summary>The stream has no entry of this version, but later ones.</summary>
    MissingVersion,

    /// <summary>The stream's entries do not stand in the order of their versions.</summary>
    OutOfOrder,

    /// <summary>The entry does not carry the hash of the entry before it.</summary>
    ChainBroken,

    /// <summary>The head remembers an entry that is no longer there.</summary>
    CutOff,

    /// <summary>The entry stands where, by the head, nothing was ever written.</summary>
    BeyondHead,

    /// <summary>The head of the stream, or of the ledger, is missing or says something else than the last entry.</summary>
    HeadChanged,
}
