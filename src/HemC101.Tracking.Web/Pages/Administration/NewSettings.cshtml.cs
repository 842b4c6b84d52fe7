using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Protocol;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>A change of the settings: filled in, then shown beside what is in force, then signed.</summary>
[Authorize(Roles = $"{nameof(Role.Investigator)},{nameof(Role.QualifiedPerson)},{nameof(Role.QualityAssurance)}")]
public sealed class NewSettingsModel(
    Database database, SettingsDesk desk, IssueSettings issue, Signers signers, CurrentPerson signed, TimeProvider time) : PageModel
{
    /// <summary>Before the code of a setting in the name of its field.</summary>
    private const string Typed = "v:";

    private static readonly MomentField Moment = new("from", new("Действует с", "Effective from"));

    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Moscow time; empty for at once.</summary>
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public bool Urgent { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    /// <summary>How many versions there were when the form was made.</summary>
    [BindProperty]
    public int? After { get; set; }

    [BindProperty]
    public string? Attempt { get; set; }

    [BindProperty]
    public List<SignatureInput> Proofs { get; set; } = [];

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public IReadOnlyDictionary<string, Text> Faults { get; private set; } = new Dictionary<string, Text>();

    public SettingsBook Book { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    /// <summary>What the form shows: what was typed, where it was understood.</summary>
    public StudySettings Settings { get; private set; } = null!;

    /// <summary>Set once everything is understood and may be signed.</summary>
    public SettingsProposal? Proposal { get; private set; }

    public IReadOnlyList<SignatureDemand> Demands => IssueRules.Demands(Proposal!, Book, Now);

    public IReadOnlyList<SettingChange> Changes => IssueRules.Changes(Proposal!, Book, Now);

    /// <summary>Coming versions that it takes the place of.</summary>
    public IEnumerable<SettingsVersion> Withdraws => Book.Coming(Now).Where(coming => coming.EffectiveFrom >= IssueRules.Effective(Proposal!, Now));

    public IReadOnlyList<Setting> Table => SettingsTable.Of(Settings);

    public static string NameOf(Setting setting) => Typed + setting?.Code;

    /// <summary>As it was typed; as it is in force where nothing was.</summary>
    public string ValueOf(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return TypedOf(setting) ?? (setting.Form is NumberField ? DecimalInput.Show((decimal)setting.Value(Settings)) : setting.Read(Settings));
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Settings = Book.At(Now).Settings;
        After = Book.Versions.Count;
    }

    public async Task<IActionResult> OnPostEditAsync(CancellationToken ct)
    {
        await UnderstandAsync(ct);
        (Proposal, Reasons, Faults) = (null, [], new Dictionary<string, Text>());
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        await UnderstandAsync(ct);
        Attempt = StepScreens.NewAttempt(time);
        return Page();
    }

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken ct)
    {
        await UnderstandAsync(ct, Attempt);
        if (Proposal is null)
        {
            return Page();
        }

        var (people, refused) = await signers.AuthenticateAsync(Demands, Proofs, ct);
        if (refused.Count > 0)
        {
            Reasons = refused;
            return Page();
        }

        switch (await issue.RunAsync(new(Attempt ?? "", Proposal, people, signed.Required), ct))
        {
            case IssueOutcome.Issued or IssueOutcome.IssuedBefore:
                TempData[SettingsModel.Done] = Proposal.Settings.Version;
                return RedirectToPage("Settings");
            case IssueOutcome.Refused no:
                Reasons = no.Reasons;
                return Page();
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }
    }

    private async Task LoadAsync(CancellationToken ct) => (Book, Now) = (await desk.BookAsync(database, ct), time.GetUtcNow());

    /// <param name="attempt">Of a form that may have been sent before: then its own version is in its way, and the use case says so.</param>
    private async Task UnderstandAsync(CancellationToken ct, string? attempt = null)
    {
        await LoadAsync(ct);
        Dictionary<string, Text> faults = [];
        var from = Read(Moment, From, faults) as DateTimeOffset?;
        var before = Book.At(from is { } later && later > Now ? later : Now).Settings;
        var draft = SettingsDraft.Of(before, Version?.Trim() ?? "", TypedOf);
        Settings = draft.Settings;
        var document = Read(IssueRules.Document, Document ?? "", faults) as string;
        var reason = Read(IssueRules.Reason, Reason ?? "", faults) as string;
        foreach (var (code, fault) in draft.Faults)
        {
            faults[code] = fault;
        }

        var proposal = new SettingsProposal(draft.Settings, from, Urgent, reason ?? "", document ?? "", After ?? -1);
        Faults = faults;
        Reasons = [.. IssueRules.Refusals(proposal, Book, Now).Select(refusal => refusal.Reason)];
        if (faults.Count == 0 && Reasons.Count == 0)
        {
            Reasons = [.. (await issue.UnfitAsync(proposal, ct)).Select(refusal => refusal.Reason)];
        }

        Proposal = faults.Count == 0 && (Reasons.Count == 0 || attempt is { Length: > 0 }) ? proposal : null;
    }

    /// <summary>A box that is not ticked sends nothing.</summary>
    private string? TypedOf(Setting setting) =>
        !Request.HasFormContentType || After is null ? null
        : Request.Form.TryGetValue(NameOf(setting), out var typed) ? typed.ToString()
        : setting.Form is CheckField ? "false" : null;

    private static object? Read(Field field, string? typed, Dictionary<string, Text> faults)
    {
        if (typed is null || (field is MomentField && typed.Length == 0))
        {
            return null;
        }

        if (field.Check(typed, out var value) is { } fault)
        {
            faults[field.Name] = fault;
        }

        return value;
    }
}
