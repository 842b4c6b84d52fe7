using System.Globalization;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Lines of a downtime sheet of one story, entered by somebody who did none of it.</summary>
internal static class PaperLines
{
    public static readonly Person Third = Crew.Of(Role.Coordinator);

    public static Person Nurse(int index) => Crew.Of(Role.WardNurse, index);

    public static Person[] HandsFor(Story story, string stepId, string on)
    {
        var step = StepCatalogue.Get(stepId);
        var signed = step.Signatures.Count > 0 ? step : step with { Signatures = [new(Meaning.Performed, step.Roles)] };
        var rounds = on is "1" or "2" ? story.Chain.BagsOf(int.Parse(on, CultureInfo.InvariantCulture)).LastOrDefault()?.Rounds ?? [] : [];
        return [.. Crew.For(signed, story.Try(stepId, on).Bare, stepId == "bedside.second" ? rounds : []).Select(signer => signer.Person)];
    }

    public static void Finish(Story story, DateTimeOffset began)
    {
        Enter(story, "bedside.first", began, 1, Nurse(1)).Take();
        Enter(story, "bedside.second", began.AddMinutes(2), 2, Nurse(2)).Take();
        Enter(story, "infusion.start", began.AddMinutes(4), 3, Nurse(1)).Take();
        Enter(story, "infusion.end", began.AddMinutes(14), 4, Nurse(1)).Take();
    }

    public static Attempt Enter(Story story, string stepId, DateTimeOffset at, int line, params Person[] hands) =>
        Enter(story, (stepId, "1"), at, line, hands);

    public static Attempt Enter(Story story, (string Id, string On) step, DateTimeOffset at, int line, params Person[] hands)
    {
        var target = story.Try(step.Id, step.On).Target;
        var attempt = story.TryOn(BackEntry.Of(StepCatalogue.Get(step.Id))!, target)
            .With("paper_sheet", "D-17")
            .With("paper_line", line.ToString(CultureInfo.InvariantCulture))
            .With("paper_at", at.ToOffset(MoscowTime.Offset).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))
            .With("paper_picture", new string('c', 64))
            .With("paper_coi", story.Chain.Coi.ToString())
            .With("paper_dose", story.Chain.Bags.Find(bag => bag.Id.ToString() == target) is { } bag ? $"{bag.Day}" : "")
            .With("paper_as_written", "")
            .By(Third)
            .But(facts => facts with { Named = Crew.All });
        return hands.Select((hand, at) => (hand, at)).Aggregate(
            attempt, (so, by) => so.With(string.Create(CultureInfo.InvariantCulture, $"paper_by_{by.at + 1}"), by.hand.Number.ToString()));
    }
}
