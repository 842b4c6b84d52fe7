using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>The re-designated bag and the underdose, where one guard alone refuses.</summary>
internal static class CasesOfRedesignation
{
    private static readonly Step Reprint = StepCatalogue.Get("label.reprint");

    public static IReadOnlyList<Case> All { get; } =
    [
        Case.After("bag.reserve", "label-of-other-day", () => RedesignationTests.Redesignated().Do("readiness.sign", "1"), story => story.Try("bag.reserve", "1")),
        Case.After("split.choose-underdose", "weight-changed", () => Story.UpTo("split.plan").Do("split.report-underdose"), story => story.Try("split.choose-underdose"),
            attempt => attempt.But(facts => facts with { Chain = facts.Chain with { WeightKg = 50 } })),
        Case.After("split.choose-underdose", "dose-below-least", () => Story.UpTo("split.plan").Try("split.report-underdose").With("bulk_volume", "5").Take(),
            story => story.Try("split.choose-underdose")),
        .. new[] { "tolerance.decide", "tolerance.decide-milder" }.Select(step => Case.At(step, "no-such-dose", "tolerance.decide", "", Input.Good, WithoutDay2)),
        Case.Of("readiness.sign", "2", "no-such-dose", WithoutDay2),
        Case.After("bag.relabel", "no-label-awaited", () => RedesignationTests.Redesignated().Do("bag.withhold", "1"), story => story.Try("bag.relabel", "1")),
        Case.After("bag.relabel", "labels-mixed-up", RedesignationTests.Redesignated, story => story.Try("bag.relabel", "1"), attempt => attempt.But(facts => facts with
        {
            Scans = facts.Scans.SetItem("label", facts.Scans["label"] with { Serial = facts.Scans["old"].Serial }),
        })),
        Case.After("label.reprint", "print-frozen", () => RedesignationTests.Redesignated().Do("bag.relabel", "1"), story => story.TryOn(Reprint, New(story).ToString())),
    ];

    private static ChainState WithoutDay2(ChainState chain, DateTimeOffset now) => chain with { Bags = chain.Bags.RemoveAll(bag => bag.Day == 2) };

    private static PrintSerial New(Story story) => story.Chain.Prints.Values.Single(print => print is { Kind: LabelKind.DoseBagRedesignated, State: PrintState.Applied }).Serial;
}
