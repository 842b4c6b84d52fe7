using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Steps;

/// <param name="Name">Of the person in whose name the step stands.</param>
/// <param name="IsAbsent">They can no longer sign that it was them.</param>
public sealed record SafetyActLine(SafetyAct Act, string Name, bool IsAbsent)
{
    /// <summary>What the line of a sheet says, as it was entered; nothing for what was done in the system itself.</summary>
    public IReadOnlyList<(Text Name, string Value, string Member)> Said { get; init; } = [];

    public Text Step => StepCatalogue.Find(Act.StepId)?.Name ?? new(Act.StepId, Act.StepId);
}

/// <summary>The Safety steps of a chain of which it is open who took them, with what is known of the people now.</summary>
internal static class SafetyActList
{
    public static async Task<IReadOnlyList<SafetyActLine>> ReadAsync(Source source, ChainState chain, CancellationToken ct)
    {
        List<SafetyActLine> lines = [];
        foreach (var act in chain.SafetyActs)
        {
            var account = await PersonAccounts.FindAsync(source, act.By, ct);
            lines.Add(new(
                act, account?.FullName ?? act.By.ToString(), account is null || !SafetyActs.CanConfirm(account.Person, account.Active))
            {
                Said = [.. SaidOf(chain, act)],
            });
        }

        return lines;
    }

    private static IEnumerable<(Text Name, string Value, string Member)> SaidOf(ChainState chain, SafetyAct act) => act.Paper is not { } line ? [] :
        from entry in chain.Past
        where entry.Act.Paper is { } paper && paper.Sheet == line.Sheet && paper.Number == line.Number && entry.What is not (ConfirmationWanted or HoldPlaced)
        from fact in EventFacts.Of(entry.What)
        select fact;

    /// <summary>As <see cref="Facts.Absent"/>.</summary>
    public static async Task<IReadOnlySet<StaffNumber>> AbsentAsync(Source source, ChainState chain, CancellationToken ct) =>
        (await ReadAsync(source, chain, ct)).Where(line => line.IsAbsent).Select(line => line.Act.By).ToHashSet();
}
