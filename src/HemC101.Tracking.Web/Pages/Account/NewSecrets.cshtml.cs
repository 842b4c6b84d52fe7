using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

/// <summary>The first page after signing in with a PIN or password that somebody else has set or knows: the person chooses their own.</summary>
public sealed class NewSecretsModel(CurrentPerson current, Signatory signatory, SignInDesk desk, PersonAdmin people) : PageModel
{
    [BindProperty]
    public SignatureInput Proof { get; set; } = new();

    [BindProperty]
    public string? NewPin { get; set; }

    [BindProperty]
    public string? NewPinAgain { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? NewPasswordAgain { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool WantsPin => CurrentPerson.Due(HttpContext).Contains(Credential.Pin);

    public bool WantsPassword => CurrentPerson.Due(HttpContext).Contains(Credential.Password);

    /// <summary>One of the two is still theirs alone: with it they prove themselves, since the other could be in another's hands.</summary>
    public bool HasOwn => WantsPin != WantsPassword;

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    private static Text NotWithTheGiven => new(
        "Подтвердите не временным, а тем, что выбрали сами: паролем с именем или PIN-кодом с бейджем. Если забыли и его, попросите администратора и второго сотрудника выдать заново и его.",
        "Confirm not with the temporary secret but with the one that you have chosen: the password with your name, or the PIN with your badge. If you have forgotten that one, too, ask the administrator and a second person to issue it anew as well.");

    public IActionResult OnGet() => WantsPin || WantsPassword ? Page() : Onward();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!WantsPin && !WantsPassword)
        {
            return Onward();
        }

        if ((WantsPin && !IsTwiceAlike(NewPin, NewPinAgain)) || (WantsPassword && !IsTwiceAlike(NewPassword, NewPasswordAgain)))
        {
            return Refuse(new Text("Новое значение введено дважды по-разному или не введено.", "The new value was not entered twice alike."));
        }

        var proof = await signatory.AuthenticateAsync(Proof.Signer ?? "", Proof.Secret ?? "", ct);
        if (proof is not Authentication.Succeeded known)
        {
            return Refuse(((Authentication.Failed)proof).Reason);
        }

        if (known.Person.Number != current.Required.Number)
        {
            return Refuse(new Text("Подписал другой сотрудник. Меняйте только свои PIN-код и пароль.", "Somebody else signed. Change only your own PIN and password."));
        }

        if (known.IsGiven && HasOwn)
        {
            return Refuse(NotWithTheGiven);
        }

        var change = await people.ChangeSecretsAsync(known.Person.Number, WantsPassword ? NewPassword : null, WantsPin ? NewPin : null, ct);
        if (change is PersonChange.Refused no)
        {
            return Refuse([.. no.Reasons]);
        }

        await desk.OpenAsync(HttpContext, known, ct);
        return Onward();
    }

    private static bool IsTwiceAlike(string? value, string? again) => !string.IsNullOrEmpty(value) && value == again;

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");

    private PageResult Refuse(params Text[] reasons)
    {
        Reasons = reasons;
        return Page();
    }
}
