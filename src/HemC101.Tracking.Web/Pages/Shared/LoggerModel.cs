using HemC101.Tracking.Custody;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>The page on which a logger's file is entered; each station has its own, for what it knows the way of.</summary>
public abstract class LoggerModel(ImportLogger import, Signers signers, TimeProvider time) : PageModel
{
    [BindProperty]
    public List<SignatureInput> Signers { get; set; } = [];

    [BindProperty]
    public string Attempt { get; set; } = "";

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public LoggerOutcome.Imported? Imported { get; private set; }

    public bool ImportedBefore { get; private set; }

    protected abstract Station Station { get; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Attempt = StepScreens.NewAttempt(time);
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var (content, tooLarge) = await ContentAsync(ct);
        var (people, refused) = await signers.AuthenticateAsync(LoggerRules.Signatures, Signers, ct);
        if (tooLarge is not null || refused.Count > 0)
        {
            Reasons = tooLarge is null ? refused : [tooLarge.Reason];
            return Page();
        }

        var attempt = string.IsNullOrEmpty(Attempt) ? StepScreens.NewAttempt(time) : Attempt;
        switch (await import.RunAsync(new LoggerInput(attempt, Station, Chosen(), content, people), ct))
        {
            case LoggerOutcome.Imported done:
                Imported = done;
                break;
            case LoggerOutcome.ImportedBefore:
                ImportedBefore = true;
                break;
            case LoggerOutcome.Refused no:
                Reasons = [.. no.Reasons.Select(reason => reason.Reason)];
                break;
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other}.");
        }

        return Page();
    }

    protected abstract Task LoadAsync(CancellationToken ct);

    protected abstract LoggerPlace? Chosen();

    private async Task<(byte[] Content, Refusal? TooLarge)> ContentAsync(CancellationToken ct)
    {
        if (Request.Form.Files["Log"] is not { Length: > 0 } file)
        {
            return ([], null);
        }

        if (file.Length > LoggerReader.MostBytes)
        {
            return ([], LoggerRules.TooLarge);
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return (memory.ToArray(), null);
    }
}
