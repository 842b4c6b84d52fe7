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
}
