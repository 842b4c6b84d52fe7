using System.Threading.Channels;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Web.Participants;

/// <summary>
/// Writes who opened whose personal data, once per person, participant, page and hour. Pages do not wait for it: a look is written a moment
/// later, at the latest when the site stops. A crash loses the looks of its last moment, normally less than a second; a database that
/// stays out of reach while the site is stopped loses those that wait, and the log says how many.
/// </summary>
public sealed class PersonalDataJournal(Database database, TimeProvider time, ILogger<PersonalDataJournal> log) : BackgroundService
{
    private const int MostWaiting = 4_096;
    private const int MostAtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<PersonalDataLook> _looks = Channel.CreateBounded<PersonalDataLook>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Lock _gate = new();
    private readonly HashSet<(StaffNumber Who, SubjectNumber Whom, string Place)> _known = [];
    private DateTimeOffset _hour;

    /// <param name="by">Who is signed in.</param>
    /// <param name="whose">The participant.</param>
    /// <param name="place">The page, without anything that names a thing.</param>
    public void Opened(Person by, SubjectNumber whose, string place)
    {
        ArgumentNullException.ThrowIfNull(by);
        var look = new PersonalDataLook { StaffNo = by.Number, SubjectNo = whose, Place = place, At = time.GetUtcNow() };
        lock (_gate)
        {
            if (PersonalDataLooks.HourOf(look.At) is var hour && hour != _hour)
            {
                _hour = hour;
                _known.Clear();
            }

            var key = (look.StaffNo, look.SubjectNo, look.Place);
            if (_known.Add(key) && !_looks.Writer.TryWrite(look))
            {
                _known.Remove(key);
                log.LogWarning("A look at personal data could not be kept: {Waiting} wait to be written.", MostWaiting);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _looks.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (await _looks.Reader.WaitToReadAsync(CancellationToken.None))
        {
            List<PersonalDataLook> looks = [];
            while (looks.Count < MostAtOnce && _looks.Reader.TryRead(out var look))
            {
                looks.Add(look);
            }

            await KeepAsync(looks, stoppingToken);
        }
    }

    /// <summary>Tried until it is done; while the site stops, once more.</summary>
    private async Task KeepAsync(List<PersonalDataLook> looks, CancellationToken stopping)
    {
        while (true)
        {
            var last = stopping.IsCancellationRequested;
            try
            {
                await WriteAsync(looks);
                return;
            }
            catch (Exception e) when (last)
            {
                log.LogError(e, "{Count} looks at personal data were not written: the database was out of reach when the site stopped.", looks.Count);
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "{Count} looks at personal data wait for the database.", looks.Count);
                await Task.WhenAny(Task.Delay(Pause, stopping));
            }
        }
    }

    private async Task WriteAsync(List<PersonalDataLook> looks)
    {
        await using var uow = await database.BeginAsync(CancellationToken.None);
        foreach (var look in looks)
        {
            await PersonalDataLooks.AddAsync(uow, look, CancellationToken.None);
        }

        await uow.CommitAsync(CancellationToken.None);
    }
}
