namespace HemC101.Tracking.Steps;

/// <summary>What a printed label identifies. The file names in <c>labels/</c> follow these names in kebab case.</summary>
public enum LabelKind
{
    CollectionBag,
    InProcessContainer,
    DoseBagDay1,
    DoseBagDay2,

    /// <summary>A Day 2 bag that was made the first dose.</summary>
    DoseBagRedesignated,
    Wristband,
    StaffBadge,

    /// <summary>A place, device, material lot, transport box, seal or station with a house code.</summary>
    HouseThing,

    /// <summary>On the outside of a sealed transport box.</summary>
    TransportContainer,

    /// <summary>The cassette of a dose bag says what the bag says.</summary>
    CassetteDay1,
    CassetteDay2,
    CassetteRedesignated,

    /// <summary>A tube for the tests of the product, DIN flag 07.</summary>
    TestTube,

    /// <summary>A tube for the sterility test, DIN flag 10.</summary>
    SterilityTube,

    /// <summary>
    /// A vial of the product that is kept (UO-08), too small for a whole label: a partial label on it, DIN flag 12, and the tag attached to it,
    /// flag 13 (ST-001, Type 2 flags).
    /// </summary>
    RetentionSample,

    /// <summary>The clock after the thaw, for the overwrap.</summary>
    PostThaw,

    /// <summary>A removable sticker: a status may change, and what stands on the bag may not.</summary>
    Quarantine,

    /// <inheritdoc cref="Quarantine"/>
    Rejected,

    /// <summary>Goes with a dose supplied out of specification.</summary>
    OutOfSpecification,

    /// <summary>Bag label and tag of a pre-printed set, filled in by hand. Once a chain has taken it, they count as labels of its collection bag.</summary>
    FallbackSet,
}
