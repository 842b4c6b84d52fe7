using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>What somebody does about their own half of an independent check while it waits for its second.</summary>
internal static class CheckSteps
{
    /// <summary>Whoever signs a first half.</summary>
    private static readonly Role[] Firsts = [Role.ApheresisNurse, Role.LabOperator, Role.Cryostore, Role.WardNurse];

    public static readonly Step Withdraw = new()
    {
        Id = "check.withdraw",
        Name = new("Отозвать свою половину проверки", "Withdraw one's half of a check"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Half,
        Roles = Firsts,
        Listed = false,
        When = Waits,
        Concerns = (facts, person) => facts.WaitingHalf?.Signature.By == person.Number,
        WithoutTraining = true,
        TakesRemark = false,
        Gates =
        [
            new("half-lapsed", "Время этой половины истекло, она больше не действует. Отзывать нечего: начните проверку заново.",
                "The time of this half has run out and it no longer counts. There is nothing to withdraw: begin the check again.", Waits),
        ],
        Checks =
        [
            new("not-your-half", "Эту половину закрыл другой сотрудник. Отозвать её может только он сам.",
                "This half was closed by somebody else. Only that person can withdraw it.",
                facts => facts.WaitingHalf is { } half && facts.Signers.All(signer => signer.Person.Number == half.Signature.By)),
        ],
        Signatures = [new(Meaning.Performed, Firsts)],
        Events = facts => [new CheckVoided(facts.WaitingHalf!.StepId, facts.WaitingHalf.Target, ChainState.Withdrawn)],
    };

    public static readonly IReadOnlyList<Step> All = [Withdraw];

    private static bool Waits(Facts facts) => facts.WaitingHalf is { } half && IndependentCheck.IsInTime(half, facts);
}
