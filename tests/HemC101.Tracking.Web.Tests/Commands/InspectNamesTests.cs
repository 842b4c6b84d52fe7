using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Commands;

/// <summary>With a database, <c>inspect</c> says what things of ours a code stands for.</summary>
public sealed class InspectNamesTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-inspect-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Inspect_ThingsOfTheHouse_AreNamed()
    {
        var filled = await FreshSite.FillAsync(_data, [], DemoLeg.UpTo("collection.hand-over"));
        var coi = filled.Chains[0];
        await using var database = new Database(FreshSite.DatabaseIn(_data));
        var history = await ChainStreams.HistoryAsync(database, coi, default);
        var chain = Tracking.Chain.ChainState.Fold(history)!;
        var label = (await LabelPrints.ListAsync(database, coi, default)).First(print => print.Donation is not null);
        var person = (await PersonAccounts.ListAsync(database, default))[0];
        var thing = (await HouseThings.ListAsync(database, HouseKind.Equipment, default))[0];

        await IsNamedAsync(BarcodeWriter.Wristband(chain.Patient, chain.BandInstance), $"{coi}", $"{chain.Subject}");
        await IsNamedAsync(label.Symbol, $"{label.Serial}", $"{coi}");
        await IsNamedAsync(coi.WithCheck, $"{coi}");
        await IsNamedAsync(BarcodeWriter.DonationLinear(chain.CurrentCollection!.Donation, "00"), $"{coi}");
        await IsNamedAsync(BarcodeWriter.StaffBadge(person.StaffNo, person.BadgeSerial), person.FullName);
        await IsNamedAsync(BarcodeWriter.House(thing.HouseId), thing.NameRu, thing.NameEn);
        await IsNamedAsync("&/CHA999999000001");
    }

    /// <param name="words">Some name holds each of them; none at all means no name.</param>
    private async Task IsNamedAsync(string raw, params string[] words)
    {
        var (code, answer, _) = await Terminal.RunAsync("", "inspect", raw, "--database", FreshSite.DatabaseIn(_data));

        using var json = JsonDocument.Parse(answer);
        var names = json.RootElement.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).ToList();
        Assert.Equal(0, code);
        Assert.Equal(words.Length == 0, names.Count == 0);
        Assert.All(words, word => Assert.Contains(names, name => name.Contains(word, StringComparison.Ordinal)));
    }
}
