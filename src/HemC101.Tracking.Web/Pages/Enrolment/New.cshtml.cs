using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Enrolment;

/// <summary>Enrolment: consent and criteria, two signatures, and the first wristband comes out of the printer.</summary>
[Authorize(Roles = $"{nameof(Role.Investigator)},{nameof(Role.Coordinator)}")]
public sealed class NewModel(Database database, Enrol enrol, Signers signers, TimeProvider time) : PageModel
{
    [BindProperty]
    public EnrolmentInput Input { get; set; } = new();

    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    [BindProperty]
    public string Attempt { get; set; } = "";

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    /// <summary>By the field's name; shown at the field and among the reasons.</summary>
    public IReadOnlyDictionary<string, Text> FieldErrors { get; private set; } = new Dictionary<string, Text>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Attempt = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        Reasons = [.. (await enrol.ObstaclesAsync(database, ct)).Select(refusal => refusal.Reason)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        FieldErrors = Input.Faults();
        if (FieldErrors.Count > 0)
        {
            Reasons = [.. FieldErrors.Values];
            return Page();
        }

        var (people, refused) = await signers.AuthenticateAsync(Tracking.Study.Enrolment.Signatures, Signers, ct);
        if (refused.Count > 0)
        {
            Reasons = refused;
            return Page();
        }

        var (person, form) = Input.Read();
        switch (await enrol.RunAsync(new EnrolInput(Attempt, person, form, people), ct))
        {
            case EnrolOutcome.Enrolled enrolled:
                return Redirect($"/Chains/{enrolled.Chain.Coi}");
            case EnrolOutcome.EnrolledBefore:
                return Redirect("/Chains");
            case EnrolOutcome.Refused no:
                Reasons = [.. no.Reasons.Select(reason => reason.Reason)];
                return Page();
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }
    }
}
