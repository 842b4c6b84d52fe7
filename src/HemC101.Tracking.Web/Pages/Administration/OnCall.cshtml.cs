using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

/// <summary>Who is called for which alarms, when and in which order.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)}")]
public sealed class OnCallModel(Database database, OnCallDesk desk, CurrentPerson signed, TimeProvider time) : PageModel
{
    [BindProperty]
    public AlarmGroup? Group { get; set; }

    [BindProperty]
    public string? Staff { get; set; }

    [BindProperty]
    public int? Place { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public string? Id { get; set; }

    public DateTimeOffset Now { get; private set; }

    public ILookup<AlarmGroup, OnCallRow> List { get; private set; } = Array.Empty<OnCallRow>().ToLookup(row => row.AlarmGroup);

    /// <summary>By staff number; closed accounts too, since an entry may outlive one.</summary>
    public IReadOnlyDictionary<StaffNumber, PersonAccount> People { get; private set; } = new Dictionary<StaffNumber, PersonAccount>();

    public IReadOnlyList<Text> Reasons { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        var staffNo = StaffNumber.TryParse(Staff, null, out var number) ? number : (StaffNumber?)null;
        return await AnswerAsync(await desk.AddAsync(new(Group, staffNo, Place, Mail, Phone, From, Until, Days), signed.Required, ct), ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) =>
        await AnswerAsync(await desk.RemoveAsync(Id ?? "", signed.Required, ct) is { } reason ? [reason] : [], ct);

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<Text> reasons, CancellationToken ct)
    {
        if (reasons.Count == 0)
        {
            return RedirectToPage();
        }

        Reasons = reasons;
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>The coming week; empty where the group has no shifts.</summary>
    public IReadOnlyList<RotaSpan> WeekOf(AlarmGroup group)
    {
        List<Duty> duties = [.. List[group].Where(row => People.GetValueOrDefault(row.StaffNo) is { Active: true }).Select(row => row.Duty)];
        return duties.Exists(duty => duty.Time.IsShift) ? Rota.Between(duties, Now, Now.AddDays(7)) : [];
    }

    public string NameOf(StaffNumber staffNo) => People.GetValueOrDefault(staffNo)?.FullName ?? $"{staffNo}";

    private async Task LoadAsync(CancellationToken ct)
    {
        Now = time.GetUtcNow();
        List = (await OnCalls.ListAsync(database, ct)).ToLookup(row => row.AlarmGroup);
        People = (await PersonAccounts.ListAsync(database, ct)).ToDictionary(account => account.StaffNo);
    }
}
