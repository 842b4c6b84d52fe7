using System.Globalization;
using System.Net.Mime;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Proofs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>The site's seals, and one more on demand.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)}")]
public sealed class SealsModel(Database database, Sealer sealer, SealOptions options, ConsistencyBundle consistency) : PageModel
{
    private const int Shown = 20;

    public SealOptions Options => options;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<SealText> Seals { get; private set; } = [];

    public IReadOnlyList<(string Id, string Pem)> Keys { get; private set; } = [];

    public Verdict? Said => TempData["Sealed"] switch
    {
        string entries => new(VerdictTone.Good, new($"Опечатано записей: {entries}.", $"Entries sealed: {entries}.")),
        _ when sealer.Broken is { } broken => new(VerdictTone.Stop, new("Не опечатано", "Not sealed"), broken.Text),
        false => new(VerdictTone.Good, new("Новых записей нет: последняя печать покрывает всё.", "There are no new entries: the last seal covers everything.")),
        _ when TempData["NoSeal"] is string entries => new(
            VerdictTone.Stop, new("Доказательства нет", "There is no proof"), ConsistencyCommand.NoSeal(long.Parse(entries, CultureInfo.InvariantCulture))),
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Seals = [.. (await SealRows.ListLastAsync(database, Shown, ct)).Select(seal => SealText.TryParse(seal.Text)).OfType<SealText>()];
        using var keys = new SealKeys();
        keys.Add(await SealRows.ListKeysAsync(database, ct));
        Keys = [.. keys.ById.Values.Select(key => (key.Id.ToString(), key.Pem))];
    }

    /// <param name="entries">Of an earlier seal that somebody keeps.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<IActionResult> OnPostConsistencyAsync(long entries, CancellationToken ct)
    {
        try
        {
            if (await consistency.MakeAsync(entries, ct) is { } zip)
            {
                return File(zip, MediaTypeNames.Application.Zip, string.Create(CultureInfo.InvariantCulture, $"consistency-{entries:D11}.zip"));
            }

            TempData["NoSeal"] = entries.ToString(CultureInfo.InvariantCulture);
        }
        catch (BrokenSealException)
        {
            // The page shows what the sealer has found.
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        try
        {
            TempData["Sealed"] = await sealer.SealAsync(ct) is { } seal ? (object)$"{seal.Entries}" : false;
        }
        catch (BrokenSealException)
        {
            // The page shows what the sealer has found.
        }

        return RedirectToPage();
    }
}
