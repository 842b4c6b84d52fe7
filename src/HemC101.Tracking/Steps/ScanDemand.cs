using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

/// <summary>What kind of thing a scan must show.</summary>
public enum Wanted
{
    Band,
    CollectionBag,
    ProcessContainer,
    DoseBag,
    Location,
    Equipment,
    Material,
    TransportBox,
    Seal,

    /// <summary>The tag on a pack, by its number; a new one is nobody's yet.</summary>
    RfidTag,

    /// <summary>The very label that the step is about, which stands on no bag.</summary>
    LabelAround,

    /// <summary>The second label of a collection bag, on its tag.</summary>
    Tag,

    /// <summary>The bag label of a pre-printed set that no chain has taken yet.</summary>
    FallbackSet,
}

/// <summary>One scan a step asks for.</summary>
/// <param name="Key">Unique in its recipe; the page names its answer by it.</param>
public sealed record ScanDemand(string Key, Wanted Wanted, Text Prompt)
{
    /// <summary>The kind of lot, for <see cref="Wanted.Material"/>.</summary>
    public MaterialKind? Material { get; init; }

    /// <summary>The print just made is scanned back on its thing; accepting it makes it live.</summary>
    public bool Fresh { get; init; }

    /// <summary>Fresh as things stand; null where <see cref="Fresh"/> says it.</summary>
    public Func<Facts, bool>? FreshWhen { get; init; }

    /// <summary>One participant at a time: a device in use for another chain is refused.</summary>
    public bool Exclusive { get; init; }

    /// <summary>One bag at a time: a position that holds one already is refused, and so is a seal that was used.</summary>
    public bool Empty { get; init; }

    /// <summary>The one identifier that is right, where more than the kind is known; null answer means any of the kind.</summary>
    public Func<Facts, string?>? Expect { get; init; }

    public bool IsFresh(Facts facts) => Fresh || FreshWhen?.Invoke(facts) == true;
}
