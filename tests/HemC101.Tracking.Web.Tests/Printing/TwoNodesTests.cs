using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Tests.Hosting;
using Npgsql;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>Two nodes on one database: labels come out once, whichever node they were asked for on and whichever node is gone.</summary>
public sealed class TwoNodesTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _printed = Directory.CreateTempSubdirectory("hemc101-printed-");
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("hemc101-keys-");
    private ServerDatabase? _server;
    private PrintRoom? _first;
    private PrintRoom? _second;

    private ServerDatabase Server => _server!;

    private PrintRoom First => _first!;

    private PrintRoom Second => _second!;

    public async Task InitializeAsync()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)))
        {
            return;
        }

        _server = new ServerDatabase();
        _first = await PrintRoom.NodeAsync(_server.Address, _printed.FullName, _keys.FullName);
        _second = await PrintRoom.NodeAsync(_server.Address, _printed.FullName, _keys.FullName);
    }

    public async Task DisposeAsync()
    {
        foreach (var room in new[] { _first, _second }.OfType<PrintRoom>())
        {
            await room.DisposeAsync();
        }

        Dispose();
    }

    public void Dispose()
    {
        _server?.Dispose();
        _server = null;
        foreach (var folder in new[] { _printed, _keys }.Where(folder => Directory.Exists(folder.FullName)))
        {
            folder.Delete(recursive: true);
        }
    }

    [PostgresFact]
    public async Task LabelAskedForOnTheOtherNode_IsPrintedOnce_WithoutTheClock()
    {
        await using var one = await First.StartAsync();
        await LeadingAsync();
        await using var other = await Second.StartAsync();

        await Second.EnrolAsync();
        await Second.EnrolAsync(PrintRoom.Ivanova with { Surname = "Петрова" });

        await Second.UntilAsync(1, PrintJobState.Printed);
        await Second.UntilAsync(2, PrintJobState.Printed);
        Assert.Equal(2, _printed.GetFiles("*.zpl").Length);
    }

    [PostgresFact]
    public async Task SecondNodeStarts_WhileTheFirstIsSending_DoesNotDoubtIt()
    {
        await using var one = await First.StartAsync();
        await LeadingAsync();
        await First.EnrolAsync();
        await First.UntilAsync(1, PrintJobState.Printed);
        await CountAsync("with sending as (update print_job set state = 'Sending' returning 1) select count(*) from sending");

        await using var other = await Second.StartAsync();
        await HeardAsync();

        Assert.Null(await Second.Database.TryLeadAsync("Printing", default));
        Assert.Equal(PrintJobState.Sending, (await Second.JobAsync(1)).State);
    }

    [PostgresFact]
    public async Task LeadingNodeStops_TheOtherTakesOver()
    {
        var one = await First.StartAsync();
        await LeadingAsync();
        await using var other = await Second.StartAsync();
        await one.DisposeAsync();

        await Second.EnrolAsync();

        await AdvancingAsync(Second.UntilAsync(1, PrintJobState.Printed));
        Assert.Single(_printed.GetFiles("*.zpl"));
    }

    /// <summary>What the node was sending just then may be in doubt, and is never sent again by itself.</summary>
    [PostgresFact]
    public async Task LeadingNodeLosesItsConnections_PrintingGoesOn()
    {
        await using var one = await First.StartAsync();
        await LeadingAsync();
        await using var other = await Second.StartAsync();
        await BreakAllAsync();

        await Second.EnrolAsync();
        await AdvancingAsync(Second.UntilAsync(1, PrintJobState.Printed, PrintJobState.Unknown));
        await Second.EnrolAsync(PrintRoom.Ivanova with { Surname = "Петрова" });

        await AdvancingAsync(Second.UntilAsync(2, PrintJobState.Printed));
        Assert.InRange(_printed.GetFiles("*.zpl").Length, 1, 2);
    }

    private Task LeadingAsync() => AtLeastAsync(
        1, "select count(*) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())");

    /// <summary>Both nodes listen: the second has come past its start.</summary>
    private Task HeardAsync() => AtLeastAsync(2, "select count(*) from pg_stat_activity where datname = current_database() and query like 'listen%'");

    private async Task AtLeastAsync(long wanted, string sql)
    {
        using var patience = new CancellationTokenSource(PrintRoom.Patience);
        while (await CountAsync(sql) < wanted)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private async Task AdvancingAsync(Task until)
    {
        while (!until.IsCompleted)
        {
            First.Time.Advance(TimeSpan.FromSeconds(1));
            Second.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }

        await until;
    }

    private Task<long> BreakAllAsync() => CountAsync(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

    private async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
