using HemC101.Tracking.People;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

[Authorize(Roles = nameof(Role.Administrator))]
public sealed class AddPersonModel(GiveRights rights, CurrentPerson signed) : PageModel
{
    public const int LongestName = 100;

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>The administrator's part.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The administrator's part.</summary>
    [BindProperty]
    public string? Pin { get; set; }

    [BindProperty]
    public string? SecondPassword { get; set; }

    [BindProperty]
    public string? SecondPin { get; set; }

    /// <summary>Of the administrator and of the second person.</summary>
    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    [BindProperty]
    public string Language { get; set; } = "ru";

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    public IReadOnlySet<Role> Chosen => Roles.ToHashSet();

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (FullName?.Length > LongestName)
        {
            Reasons = [new($"Имя длиннее {LongestName} знаков не помещается на бейдже.", $"A name of more than {LongestName} characters does not fit the badge.")];
            return Page();
        }

        var person = new NewPersonInput(
            FullName?.Trim() ?? "", UserName?.Trim() ?? "", Chosen, new(Password, SecondPassword), new(Pin, SecondPin), Language, Signers);
        var answer = await rights.AddAsync(person, signed.Required, ct);
        if (answer is PersonChange.Refused refused)
        {
            Reasons = refused.Reasons;
            return Page();
        }

        return RedirectToPage("Person", new { staffNo = ((PersonChange.Done)answer).Person.Number, done = PersonModel.Badge });
    }
}
