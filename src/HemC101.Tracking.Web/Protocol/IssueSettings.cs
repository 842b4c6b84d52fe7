using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Protocol;

/// <param name="Attempt">One shown page is one version, however often it is sent.</param>
/// <param name="Signers">In the order of the demands, re-authenticated a moment ago.</param>
public sealed record IssueInput(string Attempt, SettingsProposal Proposal, IReadOnlyList<Signer> Signers, Person SignedIn);

/// <summary>Use case: a version of the study settings is issued whole, or not at all.</summary>
public sealed class IssueSettings(Database database, SettingsDesk settings, LabelFit fit, IHttpContextAccessor accessor, TimeProvider time)
{
    public async Task<IssueOutcome> RunAsync(IssueInput input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var unfit = await UnfitAsync(input.Proposal, ct);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var (now, hash) = (Instants.CutToMilliseconds(time.GetUtcNow()), input.Proposal.ContentHash());
        var finished = await FinishedAttempts.FindAsync(uow, input.Attempt, ct);
        if (input.Attempt.Length == 0 || (finished is not null && finished.Content != hash))
        {
            return new IssueOutcome.Refused([SignedPage.Stale]);
        }

        if (finished is not null)
        {
            return new IssueOutcome.IssuedBefore(input.Proposal.Settings.Version);
        }

        var book = await settings.BookAsync(uow, ct);
        var (signed, refusals) = Signatories.Assign(IssueRules.Demands(input.Proposal, book, now), input.Signers, now);
        List<Text> reasons =
        [
            .. IssueRules.Refusals(input.Proposal, book, now).Concat(unfit).Concat(refusals).Select(refusal => refusal.Reason),
            .. SignedPage.Faults(input.Attempt, input.Signers, input.SignedIn),
        ];
        return reasons.Count > 0 ? new IssueOutcome.Refused(reasons) : await WriteAsync(uow, input, book, signed, hash, now, ct);
    }

    /// <summary>Labels that could not be printed in the form that it asks for, from what is approved now.</summary>
    internal async Task<IReadOnlyList<Refusal>> UnfitAsync(SettingsProposal proposal, CancellationToken ct)
    {
        var before = (await settings.BookAsync(database, ct)).At(IssueRules.Effective(proposal, time.GetUtcNow())).Settings;
        return IssueRules.Faults(proposal.Settings).Any() ? [] : await fit.FormRefusalsAsync(database, before, proposal.Settings, ct);
    }

    private async Task<IssueOutcome> WriteAsync(
        UnitOfWork uow, IssueInput input, SettingsBook book, IReadOnlyList<SignedAs> signed, string hash, DateTimeOffset now, CancellationToken ct)
    {
        var proposal = input.Proposal;
        var signatures = SignedPage.Signatures(signed, now, hash);
        var issue = new SettingsIssue(
            proposal.From, proposal.Urgent, proposal.Reason, proposal.Document, proposal.After, IssueRules.Changes(proposal, book, now), signatures);
        var issued = new SettingsIssued(proposal.Settings, IssueRules.Effective(proposal, now), issue);
        var by = Doer.At(signed[0].Signer.Person.Number, accessor.HttpContext);
        var version = await HouseJournal.WriteAsync(uow, SettingsDesk.Stream, SettingsIssued.Type, issued, by, now, ct);
        await SignedPage.FinishAsync(uow, input.Attempt, SettingsDesk.Stream, version, hash, now, ct);
        await uow.CommitAsync(ct);
        return new IssueOutcome.Issued(proposal.Settings.Version);
    }
}
