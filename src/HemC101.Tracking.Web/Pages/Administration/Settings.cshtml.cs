using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>What the protocol owner has decided, since when, and every version before.</summary>
[Authorize]
public sealed class SettingsModel(Database database, SettingsDesk desk, CurrentPerson signed, TimeProvider time) : PageModel
{
    /// <summary>Where the page that issues leaves the name of the version.</summary>
    internal const string Done = "Issued";

    public DateTimeOffset Now { get; private set; }

    public SettingsBook Book { get; private set; } = null!;

    public SettingsVersion InForce { get; private set; } = null!;

    public IReadOnlyList<Setting> Table { get; private set; } = [];

    public bool MayPropose => IssueRules.MayPropose(signed.Required);

    public Verdict? Verdict => TempData[Done] is string version
        ? new(VerdictTone.Good, new($"Выпущена версия настроек «{version}»", $"Version “{version}” of the settings is issued"))
        : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Now = time.GetUtcNow();
        Book = await desk.BookAsync(database, ct);
        InForce = Book.At(Now);
        Table = SettingsTable.Of(InForce.Settings);
    }

    /// <summary>What lies there is what was signed.</summary>
    public static bool IsAsSigned(SettingsVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var hash = SettingsProposal.Of(version)?.ContentHash();
        return version.Issue is not { } issue || issue.Signatures.All(signature => signature.ContentHash == hash);
    }
}
