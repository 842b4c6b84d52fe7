using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <summary>What may have been done on a paper sheet while the system was down, to be entered one line after the other.</summary>
public sealed class PaperModel(Database database, ChainDesk chains, SettingsDesk settings, CurrentPerson signed, TimeProvider time) : PageModel
{
    public ChainState Chain { get; private set; } = null!;

    /// <summary>The sheet in hand, where its code was scanned or its number chosen.</summary>
    public Sheet? Sheet { get; private set; }

    public IReadOnlyList<Steps.Work> Lines { get; private set; } = [];

    /// <summary>Entered already, the last one first.</summary>
    public IReadOnlyList<Happened> Entered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string coi, string? sheet, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id) || await chains.FindAsync(database, id, ct) is not { } chain)
        {
            return NotFound();
        }

        Chain = chain;
        Sheet = PrintSerial.TryParse(sheet, out var serial) ? chain.Sheets.GetValueOrDefault(serial) : null;
        var (book, now) = (await settings.BookAsync(database, ct), time.GetUtcNow());
        var facts = new Facts { Chain = chain, Settings = book.At(now).Settings, Book = book, Now = now };
        Lines =
        [
            .. from step in BackEntry.All
               where Signatories.MayOpen(step, signed.Required)
               from target in BackEntry.Due(step, facts)
               where Sheet is not { Of.Length: > 0 } || Sheet.Of == target
               select new Steps.Work(new StepAddress(step, id, target), facts with { Target = target }, []),
        ];
        Entered = [.. chain.Past.Where(entry => entry.Act.Paper is not null).DistinctBy(entry => (entry.Act.Paper!.Sheet, entry.Act.Paper.Number)).Reverse()];
        return Page();
    }
}
