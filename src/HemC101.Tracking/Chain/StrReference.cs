namespace HemC101.Tracking.Chain;

/// <summary>The profile that the cells have to show.</summary>
/// <param name="Mark">Keyed hash of it.</param>
/// <param name="Panel">Names of its loci; null for one of which they were not noted.</param>
public sealed record StrReference(string Origin, string Mark, string? Panel = null)
{
    /// <summary>The participant's own, as in the germline.</summary>
    public const string Participant = "participant";

    /// <summary>After an allogeneic transplant the T cells may be the donor's; then theirs is expected, and no other.</summary>
    public const string Donor = "donor";
}
