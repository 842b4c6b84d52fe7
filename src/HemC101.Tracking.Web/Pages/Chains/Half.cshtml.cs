using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <summary>What the first person of an independent check signed, and that the signature is bound to it.</summary>
[Authorize(Roles = $"{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class HalfModel(ReadHalf readHalf, CurrentPerson signed) : PageModel
{
    public string Coi { get; private set; } = "";

    /// <summary>Null when it may not or cannot be read; the verdict says why.</summary>
    public HalfReading.Read? Half { get; private set; }

    public Verdict Verdict { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string coi, int version, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id))
        {
            return NotFound();
        }

        var reading = await readHalf.RunAsync(id, version, signed.Required, ct);
        if (reading is HalfReading.NoSuchHalf)
        {
            return NotFound();
        }

        Coi = id.ToString();
        Half = reading as HalfReading.Read;
        Verdict = reading switch
        {
            HalfReading.Waits => Waiting,
            HalfReading.Unreadable => Unreadable,
            HalfReading.Read { IsAsSigned: true } => AsSigned,
            HalfReading.Read => NotAsSigned,
            _ => throw new InvalidOperationException($"Unexpected reading {reading}."),
        };
        return Page();
    }

    public static Text FieldOf(HalfContent content, string field) =>
        StepCatalogue.Find(content.Step)?.Record.FirstOrDefault(known => known.Name == field)?.Label ?? new(field, field);

    private static readonly Verdict Waiting = new(
        VerdictTone.Info,
        new("Половина ещё закрыта", "The half is still closed"),
        new(
            "Она ждёт второго сотрудника, и до него её не читает никто. Откройте её, когда шаг будет записан, половина отозвана или аннулирована, либо её время истечёт.",
            "It waits for the second person, and nobody reads it before. Open it once the step is recorded, the half is withdrawn or void, or its time has run out."));

    private static readonly Verdict Unreadable = new(
        VerdictTone.Stop,
        new("Половину нельзя открыть", "The half cannot be opened"),
        new(
            "Её строки нет, она изменена или ключи сайта другие. Ничего не меняйте: сообщите администратору, он выполнит команду verify и проверит ключи.",
            "Its row is missing or changed, or the site's keys are others. Change nothing: tell the administrator, who runs the command verify and checks the keys."));

    private static readonly Verdict AsSigned = new(
        VerdictTone.Good,
        new("Подпись относится к этому содержанию", "The signature is bound to this content"),
        new("SHA-256 содержания равна хешу в подписи.", "The SHA-256 of the content equals the hash in the signature."));

    private static readonly Verdict NotAsSigned = new(
        VerdictTone.Stop,
        new("Это не то, что было подписано", "This is not what was signed"),
        new(
            "SHA-256 содержания не равна хешу в подписи. Ничего не меняйте: сообщите администратору, он выполнит команду verify.",
            "The SHA-256 of the content differs from the hash in the signature. Change nothing: tell the administrator, who runs the command verify."));
}
