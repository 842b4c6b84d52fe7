using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>Seals at intervals and when the site is shut down in order. Work goes on when it cannot; the log says why.</summary>
internal sealed class SealKeeper(Sealer sealer, Database database, SealOptions options, TimeProvider time, ILogger<SealKeeper> log) : BackgroundService
{
    private readonly Lock _stopping = new();
    private Task? _last;

    /// <summary>Whoever stops it, and how often: there is one last seal, and all wait for it.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        lock (_stopping)
        {
            _last ??= SealAsync(cancellationToken);
        }

        await _last;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LookAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Minutes), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SealAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is being shut down: the last seal is made in StopAsync.
        }
    }

    /// <summary>What was done to the ledger while the site stood still is told at once, not with the next seal.</summary>
    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await Task.Yield();
            await sealer.LookAsync(ct);
        }
        catch (BrokenSealException e)
        {
            Tell(e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The ledger could not be held against its seals; it is tried again.");
        }
    }

    private void Tell(BrokenSealException e) =>
        log.LogCritical("{Finding} Nothing is sealed any more. Stop working with the system, keep a copy of the database and tell quality assurance.", e.Message);

    private async Task SealAsync(CancellationToken ct)
    {
        try
        {
            if (await sealer.SealAsync(ct) is { } seal)
            {
                log.LogInformation("The ledger is sealed up to entry {Entries}.", seal.Entries);
            }

            if (options.Deposit is { } folder)
            {
                await new SealDeposit(database, folder).BringAsync(ct);
            }
        }
        catch (BrokenSealException e)
        {
            Tell(e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The ledger could not be sealed, or the seal could not be deposited; it is tried again.");
        }
    }
}
