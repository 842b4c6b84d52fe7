using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>Section <c>Seals</c> of the configuration.</summary>
/// <param name="Minutes">Between two seals.</param>
/// <param name="Deposit">Folder for copies; null for none.</param>
public sealed record SealOptions(int Minutes, string? Deposit)
{
    private const int Hourly = 60;
    private const int Day = 24 * Hourly;

    /// <exception cref="SettingFault">The interval is no whole number from 1 to 1440.</exception>
    public static SealOptions Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Seals");
        var minutes = section.GetValue("Minutes", Hourly);
        return minutes is >= 1 and <= Day
            ? new(minutes, section["Deposit"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null)
            : throw new SettingFault(new(
                $"Seals:Minutes: {minutes}, а должно быть от 1 до {Day}.", $"Seals:Minutes is {minutes}: it has to be 1 to {Day}."));
    }
}
