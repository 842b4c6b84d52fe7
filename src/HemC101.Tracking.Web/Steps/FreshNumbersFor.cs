using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Draws the numbers a step issues, inside its transaction: a step that is refused gives them back.</summary>
internal static class FreshNumbersFor
{
    public static async Task<FreshNumbers> DrawAsync(UnitOfWork uow, Step step, Facts facts, CancellationToken ct)
    {
        var year = MoscowTime.DayOf(facts.Now).Year;
        DonationNumber? donation = step.IssuesDonation
            ? DonationNumber.Issue(FacilityNumber.Parse(facts.Settings.FacilityNumber), year, await NextAsync(uow, $"donation/{year}", ct))
            : null;
        BatchNumber? batch = step.IssuesBatch ? BatchNumber.Issue(year, await NextAsync(uow, $"batch/{year}", ct)) : null;
        var numbered = facts with { Fresh = new FreshNumbers(donation, batch, []) };
        return numbered.Fresh with { Serials = await SerialsAsync(uow, step.LabelsFor(numbered).Count, ct) };
    }

    public static async Task<IReadOnlyList<PrintSerial>> SerialsAsync(UnitOfWork uow, int count, CancellationToken ct)
    {
        List<PrintSerial> serials = [];
        while (serials.Count < count)
        {
            serials.Add(PrintSerial.Issue(await Numbers.NextAsync(uow, PrintSerial.Sequence, ct)));
        }

        return serials;
    }

    private static async Task<int> NextAsync(UnitOfWork uow, string name, CancellationToken ct) =>
        checked((int)await Numbers.NextAsync(uow, name, ct));
}
