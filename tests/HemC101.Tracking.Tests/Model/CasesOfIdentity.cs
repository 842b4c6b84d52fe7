using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Tests.Steps;
using HemC101.Tracking.Tests.Study;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Names and birth dates that were corrected.</summary>
internal static class CasesOfIdentity
{
    public static IEnumerable<Case> All { get; } =
    [
        .. new[] { "bag.clear", "thaw.start" }.SelectMany(step => new[]
        {
            Case.Of(step, "1", "band-outdated", (chain, now) => Corrected(chain, now, chain.BandInstance, relabel: false)),
            Case.Of(step, "1", "relabel-undecided", (chain, now) => Corrected(chain, now, chain.BandInstance - 1, relabel: null)),
        }),
        Case.Of("collection.identify", "", "band-outdated", (chain, now) => Corrected(chain, now, chain.BandInstance, relabel: false)),
        Case.At("identity.relabel", "nothing-corrected", "apheresis.order", "", Input.Good),
        Case.After("identity.relabel", "signature-missing 0 signatures", Waiting, story => story.Try("identity.relabel"), attempt => attempt.By()),
        Case.After("identity.relabel", "role-missing", Waiting, story => story.Try("identity.relabel"), attempt => attempt.By(Crew.Of(Role.Coordinator))),
    ];

    private static Story Waiting() => IdentityCorrectionTests.Correct(Story.UpTo("bag.clear", "1"), [IdentityPart.Surname]);

    private static ChainState Corrected(ChainState chain, DateTimeOffset now, int band, bool? relabel) => chain with
    {
        IdentityChanges = ImmutableList.Create(new IdentityChange(1, 2, [IdentityPart.Surname], new('0', 64), band, now, [PrintSerial.Issue(1)]) { Relabel = relabel }),
    };
}
