using System.Collections.Frozen;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Labels;

/// <summary>The print queue: what waits, what is in doubt, the printers, and what was printed lately.</summary>
public sealed class IndexModel(Database database, ChainDesk chains, PrintOverview overview, PrintQueue queue, CurrentPerson signed) : PageModel
{
    public static Verdict NoPrinter { get; } = new(
        VerdictTone.Warning,
        new("Принтер не настроен", "No printer is set up"),
        new(
            "Шаги записываются, а этикетки ждут в очереди и выйдут, как только принтер появится. Администратор указывает его в разделе Printers настроек "
            + "(например, --Printers:0:Name=ward --Printers:0:Kind=Tcp --Printers:0:Address=192.0.2.10:9100) и запускает программу заново.",
            "Steps are recorded; their labels wait in the queue and come out as soon as there is a printer. The administrator names it in the "
            + "configuration section Printers (such as --Printers:0:Name=ward --Printers:0:Kind=Tcp --Printers:0:Address=192.0.2.10:9100) and starts the program again."));

    private static readonly Text Moved = new(
        "Задание уже изменилось. Посмотрите его состояние ниже.", "The job has changed meanwhile. See its state below.");

    private static readonly Text NoReason = new(
        "Выберите, почему печать отменяется, и нажмите снова.", "Choose why the print is cancelled, and press again.");

    public PrintBoard Board { get; private set; } = null!;

    /// <summary>Of the recent labels those that wait to be put on by a step of their own.</summary>
    public IReadOnlySet<PrintSerial> PutOn { get; private set; } = FrozenSet<PrintSerial>.Empty;

    public Verdict? Verdict { get; private set; }

    /// <summary>Everybody may look; the crew of this station acts.</summary>
    public bool MayAct => Station.For(signed.Required.Roles).Any(station => station.Path == "/Labels");

    public bool MaySeeApproval => ApprovalModel.Readers.Any(signed.Required.Has);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostCancelAsync(long job, PrintCancelReason? reason, CancellationToken ct) =>
        reason is { } why && Enum.IsDefined(why)
            ? ActAsync(queue.CancelAsync(job, why, signed.Required.Number, ct), ct)
            : RefuseAsync(NoReason, ct);

    public Task<IActionResult> OnPostPrintedAsync(long job, CancellationToken ct) =>
        ActAsync(queue.ResolveAsync(job, printed: true, signed.Required.Number, ct), ct);

    public Task<IActionResult> OnPostNotPrintedAsync(long job, CancellationToken ct) =>
        ActAsync(queue.ResolveAsync(job, printed: false, signed.Required.Number, ct), ct);

    public Task<IActionResult> OnPostRetryAsync(long job, CancellationToken ct) => ActAsync(queue.RetryAsync(job, signed.Required.Number, ct), ct);

    public Task<IActionResult> OnPostRerouteAsync(long job, string? printer, CancellationToken ct) =>
        ActAsync(queue.RerouteAsync(job, printer ?? "", signed.Required.Number, ct), ct);

    private async Task<IActionResult> ActAsync(Task<bool> act, CancellationToken ct) =>
        await act ? RedirectToPage() : await RefuseAsync(Moved, ct);

    private async Task<IActionResult> RefuseAsync(Text why, CancellationToken ct)
    {
        Verdict = new(VerdictTone.Warning, new("Не выполнено", "Not done"), why);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Board = await overview.LoadAsync(ct);
        await using var session = await database.ReadAsync(ct);
        HashSet<PrintSerial> waiting = [];
        foreach (var coi in Board.Recent.Where(line => line.Print.State is LabelPrintState.Queued or LabelPrintState.Printed).Select(line => line.Print.Coi).OfType<CoiId>().Distinct())
        {
            if (await chains.FindAsync(session, coi, ct) is { } chain)
            {
                waiting.UnionWith(chain.Prints.Values.Where(print => print.State == PrintState.Printed && chain.IsPutOnByItself(print)).Select(print => print.Serial));
            }
        }

        PutOn = waiting;
    }

    /// <inheritdoc/>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.HandlerMethod?.HttpMethod == "Post" && !MayAct)
        {
            context.Result = Forbid();
        }
    }
}
