using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Pages.Account;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>One person's account. Every change ends that person's open sessions; nobody changes an account of their own here.</summary>
[Authorize(Roles = nameof(Role.Administrator))]
public sealed class PersonModel(
    Database database,
    PersonAdmin people,
    RecoverAccount recover,
    GiveRights rights,
    PasskeyDesk passkeys,
    UnlockAccount unlock,
    OpenSessions sessions,
    EndSessions endSessions,
    CurrentPerson signed,
    TimeProvider time) : PageModel
{
    internal const string Badge = "badge";
    private const string Changed = "changed";

    private static readonly Text NoDay = new(
        "Дата обучения не понята. Укажите день, месяц и год.", "A day of the training was not understood. Give day, month and year.");

    /// <summary>Of the administrator and of the second person.</summary>
    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    /// <summary>Of the account as the page showed it.</summary>
    [BindProperty]
    public string? Version { get; set; }

    public PersonAccount Account { get; private set; } = null!;

    public IReadOnlyList<(Credential Credential, DateTimeOffset Until)> Locks { get; private set; } = [];

    public SessionList Sessions { get; private set; } = new([], null);

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    /// <summary>What is to be issued anew; stays chosen when it was refused.</summary>
    public Recovery Chosen { get; private set; }

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string staffNo, string? done, CancellationToken ct)
    {
        Verdict = done switch
        {
            Badge => new(VerdictTone.Good, new("Записано", "Recorded"), new("Бейдж поставлен в очередь печати.", "The badge is in the print queue.")),
            Changed => new(VerdictTone.Good, new("Записано", "Recorded")),
            _ => null,
        };
        return await LoadAsync(staffNo, ct) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostRecoverAsync(string staffNo, Recovery what, string? secret, string? secondSecret, CancellationToken ct)
    {
        Chosen = what;
        return ChangeAsync(
            staffNo,
            what is Recovery.Badge ? Badge : Changed,
            person => recover.RunAsync(new(person, what, new SecretParts(secret, secondSecret), Version ?? "", Signers), signed.Required, ct),
            ct);
    }

    public async Task<IActionResult> OnPostLeakedAsync(string staffNo, Credential? credential, CancellationToken ct) => credential is { } which
        ? await ChangeAsync(staffNo, Changed, person => people.CloseLeakedAsync(person, which, ct), ct)
        : BadRequest();

    public Task<IActionResult> OnPostRolesAsync(string staffNo, List<Role> roles, CancellationToken ct) =>
        ChangeAsync(staffNo, Changed, person => rights.ChangeRolesAsync(new(person, roles.ToHashSet(), Version ?? "", Signers), signed.Required, ct), ct);

    public Task<IActionResult> OnPostTrainingAsync(string staffNo, List<TrainingInput> training, CancellationToken ct) =>
        ModelState.IsValid
            ? ChangeAsync(staffNo, Changed, person => people.ChangeTrainingAsync(person, TrainingInput.Of(training), ct), ct)
            : ChangeAsync(staffNo, Changed, _ => Task.FromResult<PersonChange>(new PersonChange.Refused([NoDay])), ct);

    public Task<IActionResult> OnPostActiveAsync(string staffNo, bool open, CancellationToken ct) =>
        ChangeAsync(staffNo, Changed, person => people.SetActiveAsync(person, open, ct), ct);

    public Task<IActionResult> OnPostPasskeyAsync(string staffNo, string? passkeyId, CancellationToken ct) =>
        ChangeAsync(staffNo, Changed, person => passkeys.RevokeAsync(person, passkeyId ?? "", ct), ct);

    public async Task<IActionResult> OnPostUnlockAsync(string staffNo, Credential credential, CancellationToken ct)
    {
        if (!await LoadAsync(staffNo, ct))
        {
            return NotFound();
        }

        await unlock.RunAsync(Account.StaffNo, credential, signed.Required, ct);
        return RedirectToPage(new { staffNo, done = Changed });
    }

    public async Task<IActionResult> OnPostSessionsAsync(string staffNo, CancellationToken ct)
    {
        if (!await LoadAsync(staffNo, ct))
        {
            return NotFound();
        }

        await endSessions.RunAsync(Account.StaffNo, null, signed.Required, ct);
        return RedirectToPage(new { staffNo, done = Changed });
    }

    private async Task<IActionResult> ChangeAsync(
        string staffNo, string done, Func<StaffNumber, Task<PersonChange>> change, CancellationToken ct)
    {
        if (!await LoadAsync(staffNo, ct))
        {
            return NotFound();
        }

        var answer = Account.StaffNo == signed.Required.Number
            ? new PersonChange.Refused([new(
                "Свою учётную запись здесь не меняют: попросите другого администратора.",
                "Nobody changes their own account here: ask another administrator.")])
            : await change(Account.StaffNo);
        if (answer is PersonChange.Refused refused)
        {
            Verdict = new(VerdictTone.Stop, new("Не изменено", "Not changed"));
            Reasons = refused.Reasons;
            return Page();
        }

        return RedirectToPage(new { staffNo, done });
    }

    private async Task<bool> LoadAsync(string staffNo, CancellationToken ct)
    {
        if (!StaffNumber.TryParse(staffNo, out var number) || await PersonAccounts.FindAsync(database, number, ct) is not { } account)
        {
            return false;
        }

        Account = account;
        List<(Credential, DateTimeOffset)> locks = [];
        foreach (var credential in Enum.GetValues<Credential>())
        {
            if (await Attempts.LockedUntilAsync(database, number, credential, ct) is { } until && until > time.GetUtcNow())
            {
                locks.Add((credential, until));
            }
        }

        Locks = locks;
        Passkeys = await Storage.Accounts.Passkeys.ListAsync(database, number, ct);
        Sessions = new(await sessions.ForAsync(number, ct), null);
        return true;
    }
}
