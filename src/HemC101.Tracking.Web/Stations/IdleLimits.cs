using HemC101.Tracking.Access;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Stations;

/// <summary>Section <c>Idle</c> of the configuration, in minutes: after so long unused a session has lapsed. What is shared lapses sooner.</summary>
internal sealed record IdleLimits(int Ward, int Laboratory, int Office, int Unregistered)
{
    public const string Section = "Idle";

    private const int AtTheBeds = 10;
    private const int AtTheBench = 15;
    private const int BehindADoor = 30;
    private const int Fewest = 1;
    private const int Most = 720;

    /// <summary>Beyond it every session has lapsed, wherever it was opened.</summary>
    public TimeSpan Longest => TimeSpan.FromMinutes(new[] { Ward, Laboratory, Office, Unregistered }.Max());

    /// <exception cref="SettingFault">A number is out of range.</exception>
    public static IdleLimits Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var limits = new IdleLimits(
            section.GetValue(nameof(Ward), AtTheBeds),
            section.GetValue(nameof(Laboratory), AtTheBench),
            section.GetValue(nameof(Office), BehindADoor),
            section.GetValue(nameof(Unregistered), BehindADoor));
        return new[] { limits.Ward, limits.Laboratory, limits.Office, limits.Unregistered }.All(minutes => minutes is >= Fewest and <= Most)
            ? limits
            : throw new SettingFault(new(
                $"Время без работы в разделе {Section} – от {Fewest} до {Most} минут.",
                $"The times without work in section {Section} have to be {Fewest} to {Most} minutes."));
    }

    /// <param name="type">Null for a browser that is no registered station.</param>
    public TimeSpan At(StationType? type) => TimeSpan.FromMinutes(type switch
    {
        null => Unregistered,
        StationType.Ward => Ward,
        StationType.Laboratory => Laboratory,
        StationType.Office => Office,
        _ => throw new InvalidOperationException($"Unexpected station {type}."),
    });
}
