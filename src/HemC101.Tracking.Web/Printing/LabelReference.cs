using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What a print job points at; everything else is read when the label is drawn. One of chain, person, house thing and fallback set is given.</summary>
/// <param name="Of">The thing of the chain, in canonical text; null without a chain.</param>
public sealed record LabelReference(
    CoiId? Coi = null, string? Of = null, StaffNumber? Staff = null, HouseId? House = null, DonationNumber? Fallback = null);
