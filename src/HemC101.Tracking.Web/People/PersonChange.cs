using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.People;

/// <summary>Answer of <see cref="PersonAdmin"/>.</summary>
public abstract record PersonChange
{
    private PersonChange()
    {
    }

    public sealed record Done(Person Person) : PersonChange;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Text> Reasons) : PersonChange;
}
