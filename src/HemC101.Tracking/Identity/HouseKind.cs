namespace HemC101.Tracking.Identity;

/// <summary>Things of the house with a locally defined ISBT identifier (<c>&amp;a</c>-<c>&amp;z</c>, ST-001 §2).</summary>
public enum HouseKind
{
    /// <summary><c>&amp;e</c></summary>
    Equipment,

    /// <summary><c>&amp;l</c></summary>
    Location,

    /// <summary><c>&amp;m</c></summary>
    MaterialLot,

    /// <summary><c>&amp;t</c></summary>
    TransportBox,

    /// <summary><c>&amp;s</c></summary>
    Seal,

    /// <summary><c>&amp;w</c></summary>
    Station,
}
