using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

/// <summary>One's own account: what it says, and new secrets. A new secret is signed with an old one and ends all other sessions.</summary>
public sealed class MeModel(
    Database database,
    CurrentPerson current,
    Signatory signatory,
    SignInDesk desk,
    PersonAdmin people,
    PasskeyDesk passkeys,
    OpenSessions sessions,
    EndSessions endSessions) : PageModel
{
    [BindProperty]
    public SignatureInput Proof { get; set; } = new();

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public Person Person => current.Required;

    public Verdict? Verdict { get; private set; }

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public SessionList Sessions { get; private set; } = new([], null);

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    /// <summary>Null unless the password was just typed for a new passkey.</summary>
    public string? PasskeyOptions { get; private set; }

    public Task OnGetAsync(bool changed, CancellationToken ct)
    {
        if (changed)
        {
            Verdict = new(VerdictTone.Good, new("Изменено", "Changed"), new("На других устройствах вы вышли из системы.", "You were signed out on all other devices."));
        }

        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostSessionsAsync(CancellationToken ct)
    {
        await endSessions.RunAsync(Person.Number, SignInDesk.SessionOf(HttpContext), Person, ct);
        return RedirectToPage(new { changed = true });
    }

    public Task<IActionResult> OnPostPinAsync(CancellationToken ct) => ChangeAsync(people.ChangePinAsync, ct);

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken ct) => ChangeAsync(people.ChangePasswordAsync, ct);

    public async Task<IActionResult> OnPostPasskeyOfferAsync(string? passkeyName, string? password, CancellationToken ct)
    {
        var offer = await passkeys.OfferAsync(HttpContext, Person.Number, passkeyName?.Trim() ?? "", password ?? "", ct);
        if (offer is PasskeyOffer.Refused no)
        {
            return await RefuseAsync(ct, [.. no.Reasons]);
        }

        await LoadAsync(ct);
        PasskeyOptions = ((PasskeyOffer.Made)offer).Options;
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyAddAsync(string? passkeyAnswer, CancellationToken ct) =>
        await AnswerAsync(await passkeys.AddAsync(HttpContext, Person.Number, passkeyAnswer ?? "", ct), AuthenticationMethod.Passkey, ct);

    public async Task<IActionResult> OnPostPasskeyRemoveAsync(string? passkeyId, string? password, CancellationToken ct) =>
        await AnswerAsync(await passkeys.RemoveAsync(Person.Number, passkeyId ?? "", password ?? "", ct), null, ct);

    /// <summary>Whoever changes their passkeys has typed the password: this browser goes on with a session of its own.</summary>
    /// <param name="answer">What became of it.</param>
    /// <param name="second">What was shown besides.</param>
    /// <param name="ct">Cancels it.</param>
    private async Task<IActionResult> AnswerAsync(PersonChange answer, AuthenticationMethod? second, CancellationToken ct)
    {
        if (answer is PersonChange.Refused no)
        {
            return await RefuseAsync(ct, [.. no.Reasons]);
        }

        await desk.OpenAsync(HttpContext, new Authentication.Succeeded(((PersonChange.Done)answer).Person, AuthenticationMethod.Password), second, ct);
        return RedirectToPage(new { changed = true });
    }

    private async Task<IActionResult> ChangeAsync(
        Func<Identity.StaffNumber, string, CancellationToken, Task<PersonChange>> change, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(New) || New != Again)
        {
            return await RefuseAsync(ct, new Text("Новое значение введено дважды по-разному или не введено.", "The new value was not entered twice alike."));
        }

        var proof = await signatory.AuthenticateAsync(Proof.Signer ?? "", Proof.Secret ?? "", ct);
        if (proof is Authentication.Failed no)
        {
            return await RefuseAsync(ct, no.Reason);
        }

        var known = (Authentication.Succeeded)proof;
        if (known.Person.Number != Person.Number)
        {
            return await RefuseAsync(ct, new Text("Подписал другой сотрудник. Меняйте только свои PIN-код и пароль.", "Somebody else signed. Change only your own PIN and password."));
        }

        if (await change(Person.Number, New, ct) is PersonChange.Refused refused)
        {
            return await RefuseAsync(ct, [.. refused.Reasons]);
        }

        await desk.OpenAsync(HttpContext, known, ct);
        return RedirectToPage(new { changed = true });
    }

    private async Task<PageResult> RefuseAsync(CancellationToken ct, params Text[] reasons)
    {
        await LoadAsync(ct);
        Verdict = new(VerdictTone.Stop, new("Не изменено", "Not changed"));
        Reasons = reasons;
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Sessions = new(
            await sessions.ForAsync(Person.Number, ct),
            SignInDesk.SessionOf(HttpContext));
        Passkeys = await Storage.Accounts.Passkeys.ListAsync(database, Person.Number, ct);
    }
}
