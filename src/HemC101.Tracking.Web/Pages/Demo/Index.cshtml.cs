using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Demo;

/// <summary>One code a visitor can scan from the screen or copy.</summary>
/// <param name="Note">What it is stuck on, or what state it is in.</param>
public sealed record DemoCode(Text Name, string Raw, bool Gs1, Text? Note = null)
{
    public HtmlString Symbol => new(BarcodeSvg.Write(
        BarcodeEngines.Create().Encode(Gs1 ? Symbology.Gs1DataMatrix : Symbology.DataMatrix, Raw), label: Name.En));
}

/// <summary>The demonstration's badges, wristbands, bags and things as symbols on the screen, and the story to play with them.</summary>
[AllowAnonymous]
public sealed class IndexModel(Database database, ChainDesk chains, WorkList workList, DemoMode demo) : PageModel
{
    public IReadOnlyList<ChainState> Chains { get; private set; } = [];

    public ChainState? Chosen { get; private set; }

    /// <summary>What could be done next on the chosen chain.</summary>
    public IReadOnlyList<Steps.Work> Next { get; private set; } = [];

    public IReadOnlyList<(DemoPerson Person, DemoCode Badge)> Crew { get; private set; } = [];

    public IReadOnlyList<DemoCode> ChainCodes { get; private set; } = [];

    public IReadOnlyList<(HouseKind Kind, IReadOnlyList<DemoCode> Codes)> House { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? coi, CancellationToken ct)
    {
        if (!demo.IsOn)
        {
            return NotFound();
        }

        Chains = await chains.ListAsync(database, ct);
        Chosen = Chains.FirstOrDefault(chain => chain.Coi.ToString() == coi) ?? (Chains.Count > 0 ? Chains[0] : null);
        if (Chosen is { } chosen)
        {
            Next = [.. (await workList.OfAsync(chosen, ct)).Where(work => work.Address.Step.Listed)];
            ChainCodes = await CodesOfAsync(chosen, ct);
        }

        Crew = await CrewAsync(ct);
        House = await HouseAsync(ct);
        return Page();
    }

    private async Task<IReadOnlyList<DemoCode>> CodesOfAsync(ChainState chain, CancellationToken ct)
    {
        List<DemoCode> codes =
        [
            new(
                new($"Браслет № {chain.BandInstance}", $"Wristband no. {chain.BandInstance}"),
                BarcodeWriter.Wristband(chain.Patient, chain.BandInstance), Gs1: true),
        ];
        foreach (var print in chain.Prints.Values.Where(print => print.Carrier != Tracking.Steps.Carrier.Band)
            .OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal))
        {
            if (await LabelPrints.FindAsync(database, print.Serial, ct) is { } row)
            {
                codes.Add(new DemoCode(
                    new($"{LabelNames.Of(print.Kind).Ru} {print.Of}", $"{LabelNames.Of(print.Kind).En} {print.Of}"), row.Symbol, Gs1: false,
                    LabelNames.Of(print.State, print.Carrier)));
            }
        }

        return codes;
    }

    private async Task<IReadOnlyList<(DemoPerson, DemoCode)>> CrewAsync(CancellationToken ct)
    {
        var accounts = (await PersonAccounts.ListAsync(database, ct)).ToDictionary(account => account.UserName, StringComparer.Ordinal);
        return
        [
            .. from person in DemoPeople.All
               let account = accounts.GetValueOrDefault(person.UserName)
               where account is not null
               select (person, new DemoCode(
                   new(person.FullName, person.FullName), BarcodeWriter.StaffBadge(account.StaffNo, account.BadgeSerial), Gs1: false)),
        ];
    }

    private async Task<IReadOnlyList<(HouseKind, IReadOnlyList<DemoCode>)>> HouseAsync(CancellationToken ct)
    {
        List<(HouseKind, IReadOnlyList<DemoCode>)> groups = [];
        foreach (var kind in Enum.GetValues<HouseKind>())
        {
            var codes = (await HouseThings.ListAsync(database, kind, ct)).Take(kind is HouseKind.Seal or HouseKind.Location ? 16 : 40).Select(thing =>
                new DemoCode(new(thing.NameRu, thing.NameEn), BarcodeWriter.House(thing.HouseId), Gs1: false, LabelNames.Of(thing.Status)));
            groups.Add((kind, [.. codes]));
        }

        return [.. groups.Where(group => group.Item2.Count > 0)];
    }
}
