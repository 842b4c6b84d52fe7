using HemC101.Tracking.Chain;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Custody;

/// <summary>Who is told when something happens to a participant's cells.</summary>
public static class Team
{
    /// <returns>The investigators and coordinators who have signed for this participant, by name.</returns>
    public static IReadOnlyList<string> Of(ChainState chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return
        [
            .. chain.Past.SelectMany(entry => entry.Act.Signatures)
                .Where(signature => signature.Role is Role.Investigator or Role.Coordinator)
                .DistinctBy(signature => signature.By)
                .Select(signature => signature.FullName)
                .Order(StringComparer.Ordinal),
        ];
    }
}
