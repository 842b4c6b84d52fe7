using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <summary>One chain: where everything stands, what can be done, and all that has happened.</summary>
public sealed class DetailsModel(
    Database database,
    ChainDesk chains,
    WorkList workList,
    SettingsDesk settings,
    PersonalDataVault vault,
    PersonalDataJournal journal,
    PrintOverview prints,
    CurrentPerson signed,
    TimeProvider time) : PageModel
{
    public ChainState Chain { get; private set; } = null!;

    public IReadOnlyList<Happened> History { get; private set; } = [];

    public ShownTexts Texts { get; private set; } = ShownTexts.None;

    /// <summary>Scans whose way of entry does not speak for itself.</summary>
    public IReadOnlyList<ReviewLine> ToReview { get; private set; } = [];

    /// <summary>Safety steps of which it is open who took them.</summary>
    public IReadOnlyList<SafetyActLine> Acts { get; private set; } = [];

    public CorrectionsMade Corrections { get; private set; } = CorrectionsMade.None;

    /// <summary>By entry, what the signed-in person may correct.</summary>
    public ILookup<int, CorrectionOffer> Offers { get; private set; } = Array.Empty<CorrectionOffer>().ToLookup(_ => 0);

    /// <summary>Ordered, and not on paper or not surely.</summary>
    public IReadOnlyList<PrintJobRow> OpenPrints { get; private set; } = [];

    /// <summary>What the signed-in person may do here, listed steps first.</summary>
    public IReadOnlyList<Steps.Work> Mine { get; private set; } = [];

    /// <summary>What waits for somebody else.</summary>
    public IReadOnlyList<Steps.Work> Others { get; private set; } = [];

    /// <summary>Quality reads closed halves, and takes the chain away with its proof.</summary>
    public bool ReadsHalves => User.IsInRole(nameof(Role.QualityAssurance)) || User.IsInRole(nameof(Role.QualifiedPerson));

    public static Verdict NameKept { get; } = new(
        VerdictTone.Warning,
        new("В примечании имя участника", "The remark names the participant"),
        new(
            "Шаг записан. Текст видят только те, кто работает с участником. Впредь пишите номер участника.",
            "The step is recorded. Only those who meet the participant see the text. Next time write the subject number."));

    /// <summary>A Safety step just taken kept a text with the participant's name, and nobody was asked.</summary>
    public bool KeptName => TempData["Names"] is true;

    public Step? JustDone => TempData["Done"] is string id ? StepCatalogue.Find(id) : null;

    /// <summary>The step whose first half this person has just closed.</summary>
    public Step? HalfDone => TempData["Half"] is string id ? StepCatalogue.Find(id) : null;

    public async Task<IActionResult> OnGetAsync(string coi, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id) || await chains.FindAsync(database, id, ct) is not { } chain)
        {
            return NotFound();
        }

        Chain = chain;
        OpenPrints = TempData.Peek("Done") is null ? await prints.OpenOfAsync(id, ct) : await prints.OutcomeOfAsync(id, ct);
        var history = await ChainStreams.HistoryAsync(database, id, ct);
        History = [.. history.Reverse()];
        var seesNames = Signatories.MeetParticipants(signed.Required);
        Texts = await ShownTexts.OpenAsync(vault, database, history, seesNames, ct);
        if (seesNames && history.Any(happened => happened.Act.Names != NameInText.None))
        {
            journal.Opened(signed.Required, chain.Subject, "/Chains/Details");
        }

        ToReview = await ReviewList.ReadAsync(database, history, ct);
        Acts = await SafetyActList.ReadAsync(database, chain, ct);
        Corrections = CorrectionsMade.Of(history);
        var (book, now) = (await settings.BookAsync(database, ct), time.GetUtcNow());
        var facts = new Facts { Chain = chain, Settings = book.At(now).Settings, Book = book, Now = now };
        Offers = CorrectionOffers.Of(facts, signed.Required);
        var works = (await workList.OfAsync(chain, signed.Required, ct)).ToLookup(work => WorkList.IsFor(work, signed.Required));
        Mine = [.. works[true]];
        Others = [.. works[false].Where(work => work.IsListed)];
        return Page();
    }
}
