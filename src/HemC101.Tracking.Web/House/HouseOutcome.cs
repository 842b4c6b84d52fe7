using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.House;

/// <summary>Answer of <see cref="HouseRegister"/>.</summary>
public abstract record HouseOutcome
{
    private HouseOutcome()
    {
    }

    public sealed record Done(HouseThingRow Thing) : HouseOutcome
    {
        /// <summary>What it was used on was traced and held.</summary>
        public bool IsTraced { get; init; }
    }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Text> Reasons) : HouseOutcome;

    public sealed record NoSuchThing : HouseOutcome;
}
