using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

[Authorize(Roles = nameof(Role.Administrator))]
public sealed class PeopleModel(Database database) : PageModel
{
    public IReadOnlyList<PersonAccount> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => People = await PersonAccounts.ListAsync(database, ct);
}
