using System.Globalization;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>
/// Random commands of random people for a few participants, through the real use cases on a real database: some are sent twice, at once
/// with another, cut off, or after a restart of everything that remembers.
/// </summary>
internal sealed class RandomDay : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private readonly IReadOnlyList<string> _arguments;
    private readonly ServerDatabase? _server;
    private readonly FilledSite _filled;
    private readonly DayClock _clock;

    private FreshSite _site;
    private int _attempts;

    /// <param name="before">Where it begins.</param>
    /// <param name="data">The folder of the site.</param>
    /// <param name="server">The database, gone with the day; null for the file in the folder.</param>
    public RandomDay(DayBefore before, DirectoryInfo data, ServerDatabase? server)
    {
        (_data, _server, _filled, _arguments) = (data, server, before.Filled, Arguments(server));

        // Finer than the ledger keeps it, as a real clock is.
        _clock = new(before.EndedAt.AddTicks(1));
        _site = new(_data, _arguments);
    }

    public Tally Tally { get; } = new();

    private Database Database => _site.Services.GetRequiredService<Database>();

    private ChainDesk Desk => _site.Services.GetRequiredService<ChainDesk>();

    public static IReadOnlyList<string> Arguments(ServerDatabase? server) => [.. server?.Arguments ?? [], "--Logging:LogLevel:Default=Error"];

    public async Task RunAsync(IEnumerable<Order> orders)
    {
        foreach (var order in orders)
        {
            _clock.Advance(TimeSpan.FromMinutes(order.Minutes));
            await ObeyAsync(order);
        }
    }

    public Task CheckAsync() => DayCheck.AssertAsync(Database, Desk, _filled.Chains);

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _server?.Dispose();
    }

    private async Task ObeyAsync(Order order)
    {
        var command = await PrepareAsync(order);
        switch (order.Twist)
        {
            case Twist.TwoAtOnce:
                var rival = await PrepareAsync(order with { Twist = Twist.None, Pick = order.Pick + 1, Who = order.Who + 1 });
                Tally.AtOnce++;
                await Task.WhenAll(SendAsync(command, default), SendAsync(rival, default));
                break;
            case Twist.CutOffAndSentAgain:
                await CutOffAsync(command, order.Who);
                await SendAgainAsync(command);
                break;
            case Twist.RestartAndSentAgain:
                await SendAsync(command, default);
                await RestartAsync();
                await SendAgainAsync(command);
                break;
            case Twist.DeliveredTwice:
                await SendAsync(command, default);
                await SendAgainAsync(command);
                break;
            default:
                await SendAsync(command, default);
                break;
        }
    }

    private async Task<Command> PrepareAsync(Order order)
    {
        var coi = _filled.Chains[order.Chain % _filled.Chains.Count];
        var other = _filled.Chains[(order.Chain + 1) % _filled.Chains.Count];
        var facts = new Facts
        {
            Chain = (await Desk.FindAsync(Database, coi, default))!,
            Settings = await _site.Services.GetRequiredService<SettingsDesk>().CurrentAsync(Database, default),
            Now = _clock.GetUtcNow(),
        };
        var stranger = (await Desk.FindAsync(Database, other, default))!;
        var attempt = string.Create(CultureInfo.InvariantCulture, $"random-{++_attempts}");
        IReadOnlyList<Person> crew = [.. _filled.Crew.Select(member => member.Person)];
        return await Command.OfAsync(Database, order, attempt, facts, crew, BarcodeWriter.Wristband(stranger.Patient, stranger.BandInstance));
    }

    private async Task<StepOutcome> SendAsync(Command command, CancellationToken ct)
    {
        var takeScan = ActivatorUtilities.CreateInstance<TakeScan>(_site.Services, new DemoMode(true), _clock);
        foreach (var scan in command.Scans)
        {
            await takeScan.RunAsync(scan, ct);
        }

        var outcome = await ActivatorUtilities.CreateInstance<TakeStep>(_site.Services, _clock).RunAsync(command.Input, ct);
        lock (Tally)
        {
            Tally.Commands++;
            Tally.Taken += outcome is StepOutcome.Taken ? 1 : 0;
            Tally.Refused += outcome is StepOutcome.Refused or StepOutcome.NoSuchThing ? 1 : 0;
        }

        return outcome;
    }

    /// <summary>What was taken is not taken again; and nobody is told that it was refused.</summary>
    private async Task SendAgainAsync(Command command)
    {
        var before = await VersionAsync(command);
        var finished = await Storage.Registry.FinishedAttempts.FindAsync(Database, command.Input.Attempt, default) is not null;
        var outcome = await ActivatorUtilities.CreateInstance<TakeStep>(_site.Services, _clock).RunAsync(command.Input, default);
        Tally.Commands++;
        if (finished)
        {
            Tally.Repeated++;
            Assert.IsType<StepOutcome.TakenBefore>(outcome);
            Assert.Equal(before, await VersionAsync(command));
        }
    }

    /// <summary>The caller goes away in the midst of it: whether it was written shows only afterwards.</summary>
    private async Task CutOffAsync(Command command, int tenths)
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(tenths / 10.0));
        try
        {
            await SendAsync(command, gone.Token);
        }
        catch (OperationCanceledException)
        {
            Tally.CutOff++;
        }
    }

    private async Task RestartAsync()
    {
        await _site.DisposeAsync();
        _site = new(_data, _arguments);
        Tally.Restarts++;
    }

    private async Task<int> VersionAsync(Command command) => (await Desk.FindAsync(Database, command.Input.Address.Coi, default))!.Version;
}
