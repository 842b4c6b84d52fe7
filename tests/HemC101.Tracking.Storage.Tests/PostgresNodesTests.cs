using HemC101.Tracking.Storage.Nodes;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>What nodes that share a database owe each other.</summary>
public sealed class PostgresNodesTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private readonly Database _one = fixture.NewDatabase();

    [StorageFact]
    public async Task Lead_IsHadByOne_AndByTheNextWhenGivenBack()
    {
        await using var other = new Database(_one.Address);
        var lead = await _one.TryLeadAsync("Printing", default);

        Assert.NotNull(lead);
        Assert.Null(await other.TryLeadAsync("Printing", default));
        await using (var another = await other.TryLeadAsync("Sealing", default))
        {
            Assert.NotNull(another);
        }

        await lead.DisposeAsync();
        await using var next = await other.TryLeadAsync("Printing", default);
        Assert.NotNull(next);
        Assert.False(next.Lost.IsCancellationRequested);
    }

    [StorageFact]
    public async Task Lead_AskedForByManyAtOnce_IsHadByOne()
    {
        var leads = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _one.TryLeadAsync("Printing", default))));

        await Assert.Single(leads, lead => lead is not null)!.DisposeAsync();
    }

    [StorageFact]
    public async Task Lead_WhoseConnectionEnds_IsLostAndFree()
    {
        await using var lead = await _one.TryLeadAsync("Printing", default);
        var lost = new TaskCompletionSource();
        using var told = lead!.Lost.Register(lost.SetResult);

        PostgresFixture.Execute(
            ((DatabaseAddress.PostgresServer)_one.Address).ConnectionString,
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        await using var next = await UntilFreeAsync();
        await lost.Task;
    }

    [StorageFact]
    public async Task Notice_IsHeardWhenCommitted_AndNotWhenRolledBack()
    {
        List<string> heard = [];
        var second = new TaskCompletionSource();
        using var over = new CancellationTokenSource();
        var listening = _one.ListenAsync(
            notice =>
            {
                heard.Add(notice);
                second.TrySetResult();
            },
            over.Token);
        while (!second.Task.IsCompleted)
        {
            await using (var dropped = await _one.BeginAsync(default))
            {
                await dropped.TellAsync("dropped", default);
            }

            await _one.WriteAsync(uow => uow.TellAsync(Notice.Prints, default));
        }

        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
        Assert.All(heard, notice => Assert.Equal(Notice.Prints, notice));
    }

    private async Task<ILead> UntilFreeAsync()
    {
        while (true)
        {
            if (await _one.TryLeadAsync("Printing", default) is { } lead)
            {
                return lead;
            }

            await Task.Delay(10);
        }
    }
}
