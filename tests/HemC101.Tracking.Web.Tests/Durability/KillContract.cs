using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Durability;

/// <summary>The power fails in the middle of the work: whatever the server answered for is in the ledger, and the ledger is whole.</summary>
public abstract class KillContract : IDisposable
{
    private const int Kills = 3;
    private const int AnswersBeforeKill = 60;
    private const string FasterThanAnyHand = "--Limits:ScansPerMinute=1000000";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-kill-");

    public void Dispose() => _data.Delete(recursive: true);

    /// <param name="arguments">Which database the site uses, where it is not the file in its folder.</param>
    protected async Task KilledUnderLoadAsync(IReadOnlyList<string> arguments)
    {
        var crew = (await FreshSite.FillAsync(_data, arguments)).Crew;
        var acknowledged = new Acknowledged();

        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var server = await SiteProcess.StartAsync(_data, [.. arguments, FasterThanAnyHand]);
            await DesksAtWork.UntilAsync(server, crew, $"k{kill}", acknowledged, AnswersBeforeKill, server.KillAsync);
        }

        await using var restarted = await SiteProcess.StartAsync(_data, arguments);
        await using var database = new Database(FreshSite.AddressIn(_data, arguments));
        await Kept.AssertAsync(database, acknowledged);
    }
}

public sealed class KillOnSqlite : KillContract
{
    [Fact]
    public Task Server_KilledUnderLoad_KeepsEverythingItAcknowledged() => KilledUnderLoadAsync([]);
}

public sealed class KillOnPostgres : KillContract
{
    [PostgresFact]
    public async Task Server_KilledUnderLoad_KeepsEverythingItAcknowledged()
    {
        using var server = new ServerDatabase();
        await KilledUnderLoadAsync(server.Arguments);
    }
}
