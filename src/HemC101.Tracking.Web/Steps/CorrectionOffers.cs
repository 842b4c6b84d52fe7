using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>A value that somebody may correct, and where.</summary>
public sealed record CorrectionOffer(Text Name, string Path);

/// <summary>The values of a chain that a person may correct as things stand.</summary>
internal static class CorrectionOffers
{
    private static readonly Step Correct = StepCatalogue.Get("record.correct");

    /// <returns>By version of the entry that keeps the value.</returns>
    public static ILookup<int, CorrectionOffer> Of(Facts facts, Person to) =>
        (from entry in facts.Chain.Past
         from recorded in Recorded.Of(facts.Chain, entry)
         where recorded.SignersNow(facts).Any(demand => demand.Roles.Any(to.Has))
         select (entry.Version, Offer: new CorrectionOffer(NameOf(recorded), PathOf(facts.Chain.Coi, recorded))))
        .ToLookup(pair => pair.Version, pair => pair.Offer);

    /// <summary>Within a list of values only the field says what a code means.</summary>
    internal static Text NameOf(Recorded recorded) =>
        recorded.Field is { } field && recorded.Member.Contains('.', StringComparison.Ordinal) ? field.Label : FactNames.OfMember(recorded.Member);

    private static string PathOf(CoiId coi, Recorded recorded) => new StepAddress(Correct, coi, recorded.Target).Path;
}
