using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Steps;

/// <param name="Name">Of who scanned.</param>
public sealed record ReviewLine(ScanToReview Item, string Name)
{
    public Text Step => StepCatalogue.Find(Item.StepId)?.Name ?? new(Item.StepId, Item.StepId);

    public Text Wanted => DemandNames.Of(Item.StepId, Item.Scan.Demand);
}

/// <summary>The scans of a chain that quality assurance looks at, with the names of the people who made them.</summary>
internal static class ReviewList
{
    public static async Task<IReadOnlyList<ReviewLine>> ReadAsync(Source source, IEnumerable<Happened> history, CancellationToken ct)
    {
        var names = new Dictionary<StaffNumber, string>();
        List<ReviewLine> lines = [];
        foreach (var item in ScansToReview.Of(history))
        {
            if (!names.TryGetValue(item.By, out var name))
            {
                name = names[item.By] = (await PersonAccounts.FindAsync(source, item.By, ct))?.FullName ?? item.By.ToString();
            }

            lines.Add(new(item, name));
        }

        return lines;
    }
}
