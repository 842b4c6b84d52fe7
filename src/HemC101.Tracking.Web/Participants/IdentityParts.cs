using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Web.Participants;

/// <summary>What of a person differs; by letter, since labels are printed by letter.</summary>
internal static class IdentityParts
{
    public static IReadOnlyList<string> Changed(PersonalData from, PersonalData to)
    {
        (string Part, bool Differs)[] parts =
        [
            (IdentityPart.Surname, from.Surname != to.Surname),
            (IdentityPart.GivenName, from.GivenName != to.GivenName),
            (IdentityPart.Patronymic, from.Patronymic != to.Patronymic),
            (IdentityPart.BirthDate, from.BirthDate != to.BirthDate),
            (IdentityPart.Initials, from.Initials != to.Initials),
        ];
        return [.. parts.Where(part => part.Differs).Select(part => part.Part)];
    }
}
