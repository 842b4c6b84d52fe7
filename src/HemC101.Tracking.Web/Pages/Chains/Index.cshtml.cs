using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

public sealed class IndexModel(Database database) : PageModel
{
    public IReadOnlyList<ChainRow> Chains { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Chains = await ChainRows.ListAsync(database, ct);
}
