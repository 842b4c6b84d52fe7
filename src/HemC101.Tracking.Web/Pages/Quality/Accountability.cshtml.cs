using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Audit;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>What has become of every filled bag, on the screen and as a table to take away; and the labels that do not reconcile.</summary>
[Authorize(Roles = $"{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)},{nameof(Role.Investigator)},{nameof(Role.Coordinator)}")]
public sealed class AccountabilityModel(Database database, ChainDesk chains, FallbackDesk fallback, TimeProvider time) : PageModel
{
    public static readonly IReadOnlyList<Accounted> Columns = Enum.GetValues<Accounted>();

    public Accountability Account { get; private set; } = null!;

    public DateTimeOffset AsOf { get; private set; }

    public FallbackTally Fallback { get; private set; } = null!;

    public IReadOnlyList<FallbackSet> FallbackMissing { get; private set; } = [];

    public DateTimeOffset? FallbackCountedAt { get; private set; }

    public static Text NameOf(Accounted accounted) => accounted switch
    {
        Accounted.InUse => new("Хранится или в работе", "Stored or in use"),
        Accounted.Infused => new("Введён", "Infused"),
        Accounted.PartiallyInfused => new("Введён частично", "Partially infused"),
        Accounted.Withheld => new("Не вводится, ждёт решения", "Withheld, disposition pending"),
        Accounted.Discarded => new("Уничтожен", "Discarded"),
        Accounted.Retained => new("Оставлен для исследования", "Retained"),
    };

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        string[] head =
        [
            Language.T("Участник", "Participant"), "CoI", Language.T("День", "Day"), Language.T("Пакет", "Bag"), Language.T("Серия", "Batch"),
            Language.T("Наполнено, мл", "Filled, mL"), Language.T("CAR+ клеток, ×10⁶", "CAR+ cells, ×10⁶"), Language.T("Введено, мл", "Infused, mL"),
            Language.T("Состояние", "State"), Language.T("Учтён как", "Accounted as"),
        ];
        var rows = Account.Bags.Select(bag => new[]
        {
            $"{bag.Subject}", $"{bag.Coi}", Number(bag.Day), $"{bag.Bag}", $"{bag.Batch}", Number(bag.FilledMl), Number(bag.FilledE6),
            bag.InfusedMl is { } infused ? Number(infused) : "", Language.T(StateNames.Of(bag.State)), Language.T(NameOf(bag.As)),
        });
        var name = string.Create(CultureInfo.InvariantCulture, $"accountability-{AsOf.ToOffset(MoscowTime.Offset):yyyyMMdd-HHmm}.csv");
        return File(Csv.File(rows.Prepend(head)), "text/csv; charset=utf-8", name);
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var parts = await chains.ListAsync(session, ct).Select(chain => Accountability.Of([chain])).ToListAsync(ct);
        (Account, AsOf) = (Accountability.Of(parts), time.GetUtcNow());
        (var sets, FallbackCountedAt) = await fallback.ListAsync(ct);
        (Fallback, FallbackMissing) = (FallbackTally.Of(sets), [.. sets.Where(set => set.State == FallbackState.Missing)]);
    }
}
