using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Enrolment;

/// <summary>Name or birth date is corrected after the enrolment, from a document, by two people.</summary>
[Authorize(Roles = $"{nameof(Role.Investigator)},{nameof(Role.Coordinator)}")]
public sealed class CorrectModel(
    Database database, ChainDesk chains, PersonalDataVault vault, PersonalDataJournal journal, CorrectIdentity correct, Signers signers, CurrentPerson signed,
    TimeProvider time) : PageModel
{
    [BindProperty]
    public IdentityInput Input { get; set; } = new();

    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    [BindProperty]
    public string Attempt { get; set; } = "";

    public ChainState Chain { get; private set; } = null!;

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    /// <summary>By the field's name; shown at the field and among the reasons.</summary>
    public IReadOnlyDictionary<string, Text> FieldErrors { get; private set; } = new Dictionary<string, Text>();

    public async Task<IActionResult> OnGetAsync(string coi, CancellationToken ct)
    {
        if (!await FindAsync(coi, ct))
        {
            return NotFound();
        }

        Attempt = StepScreens.NewAttempt(time);
        if (await vault.OpenAsync(database, Chain.Subject, Chain.PersonalDataHash, ct) is not { } person)
        {
            Reasons = [IdentityCorrection.Altered.Reason];
            return Page();
        }

        journal.Opened(signed.Required, Chain.Subject, "/Enrolment/Correct");
        Input = IdentityInput.Of(person, Chain.PersonalDataHash);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string coi, CancellationToken ct)
    {
        if (!await FindAsync(coi, ct))
        {
            return NotFound();
        }

        FieldErrors = Input.Faults();
        if (FieldErrors.Count > 0)
        {
            return Shown([.. FieldErrors.Values]);
        }

        var (people, refused) = await signers.AuthenticateAsync(IdentityCorrection.Signatures, Signers, ct);
        if (refused.Count > 0)
        {
            return Shown(refused);
        }

        var (person, document) = Input.Read();
        var input = new CorrectIdentityInput(Attempt, Chain.Coi, person, Input.Seen ?? "", Input.Reason!, document, people);
        return await correct.RunAsync(input, ct) is CorrectIdentityOutcome.Refused no
            ? Shown([.. no.Reasons.Select(reason => reason.Reason)])
            : Redirect($"/Chains/{Chain.Coi}/Identity");
    }

    private PageResult Shown(IReadOnlyList<Text> reasons)
    {
        Reasons = reasons;
        return Page();
    }

    private async Task<bool> FindAsync(string coi, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id) || await chains.FindAsync(database, id, ct) is not { } chain)
        {
            return false;
        }

        Chain = chain;
        return true;
    }
}
