using HemC101.Tracking.People;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Reporting and closing deviations; the exploration meets few of them, since none decides about the ward.</summary>
internal static class CasesOfDeviations
{
    public static IReadOnlyList<Case> All { get; } =
    [
        Case.At("deviation.open", "nothing-deviated", "apheresis.order", "", new("over a batch", attempt => attempt.With("over", "batch"))),
        Case.At("deviation.open", "signature-missing 0 signatures", "apheresis.order", "", new("unsigned", attempt => attempt.By())),
        Case.After("deviation.close", "not-to-close", () => Reported("Critical"), story => story.Try("deviation.close")),
        Case.After("deviation.close-critical", "not-critical", () => Reported("Major"), story => story.Try("deviation.close-critical")),
        Case.After("deviation.close", "own-deviation", () => Reported("Major"), story => story.Try("deviation.close"), attempt => attempt.By(Reporter)),
        Case.After("deviation.close-critical", "own-deviation", () => Reported("Critical"), story => story.Try("deviation.close-critical"),
            attempt => attempt.By(Reporter, Crew.Of(Role.QualifiedPerson))),
        Case.After("deviation.close", "signature-missing 0 signatures", () => Reported("Major"), story => story.Try("deviation.close"), attempt => attempt.By()),
        Case.After("deviation.close-critical", "signature-missing 0 signatures", () => Reported("Critical"), story => story.Try("deviation.close-critical"), attempt => attempt.By()),
    ];

    private static Person Reporter => Crew.Of(Role.QualityAssurance, 2);

    private static Story Reported(string grade) => Story.UpTo("apheresis.order").Try("deviation.open").With("class", grade).By(Reporter).Take();
}
