using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Steps;

/// <param name="Name">Of the person in whose name the step stands.</param>
/// <param name="IsAbsent">They can no longer sign that it was them.</param>
public sealed record SafetyActLine(SafetyAct Act, string Name, bool IsAbsent)
{
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
                act, account?.FullName ?? act.By.ToString(), account is null || !SafetyActs.CanConfirm(account.Person, account.Active)));
        }

        return lines;
    }

    /// <summary>As <see cref="Facts.Absent"/>.</summary>
    public static async Task<IReadOnlySet<StaffNumber>> AbsentAsync(Source source, ChainState chain, CancellationToken ct) =>
        (await ReadAsync(source, chain, ct)).Where(line => line.IsAbsent).Select(line => line.Act.By).ToHashSet();
}
