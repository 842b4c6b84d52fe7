using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Backups;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Stations;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Asks every part of the site what it thinks of its settings before any of them is made, so that all faults are read at once.</summary>
internal static class SettingsCheck
{
    private static readonly Action<IConfiguration>[] Parts =
    [
        settings => SiteDatabase.Of(settings),
        settings => SealOptions.Of(settings),
        settings => BackupOptions.Of(settings),
        BackupOptions.HasToFit,
        settings => ConfiguredPrinters.Read(settings),
        PictureProof.HasToExist,
        settings => PeopleSetup.FacilityOf(settings),
        settings => OperationsSetup.CollectorOf(settings),
        settings => TrustedProxies.Of(settings),
        settings => RateLimits.Of(settings),
        settings => AccessSettings.Of(settings),
        settings => AlarmOptions.Of(settings),
        settings => MailOptions.Of(settings),
        settings => WebhookOptions.Of(settings),
        AlarmOptions.HasToFit,
    ];

    /// <summary>A word in a section of ours that nothing reads is most likely a misspelt one.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Data"] = ["Directory", "KeyRing"],
        ["Database"] = ["Provider", "Path", "ConnectionString"],
        ["Seals"] = ["Minutes", "Deposit"],
        ["Backups"] = ["Folder", "Hours", "Keep", "PassphraseFile"],
        ["Facility"] = ["Number"],
        ["Telemetry"] = ["Endpoint"],
        ["Proxies"] = ["Trusted"],
        [AccessSettings.Section] = [nameof(AccessSettings.Remote)],
        [IdleLimits.Section] = [nameof(IdleLimits.Ward), nameof(IdleLimits.Laboratory), nameof(IdleLimits.Office), nameof(IdleLimits.Unregistered)],
        [AlarmOptions.Section] = [.. AlarmOptions.Names],
        [MailOptions.Section] = [.. MailOptions.Names],
        [WebhookOptions.Section] = [.. WebhookOptions.Names],
        [RateLimits.Section] = [nameof(RateLimits.SignInsPerMinute), nameof(RateLimits.ScansPerMinute)],
    };

    private static readonly Text Unknown = new(
        "Настройки {0} нет; возможно, она написана с ошибкой. В разделе {1} есть: {2}.",
        "There is no setting {0}; perhaps it is misspelt. Section {1} has: {2}.");

    /// <returns>Empty when the site can start.</returns>
    public static IReadOnlyList<Text> Faults(IConfiguration settings) => [.. Parts.Select(part => FaultOf(part, settings)).OfType<Text>(), .. Misspelt(settings)];

    private static Text? FaultOf(Action<IConfiguration> part, IConfiguration settings)
    {
        try
        {
            part(settings);
            return null;
        }
        catch (SettingFault fault)
        {
            return fault.Why;
        }
        catch (DatabaseUnusableException unusable)
        {
            return unusable.Text;
        }
        catch (InvalidOperationException unreadable)
        {
            // What the reader of the configuration says of a value that is no number or no word of its list: which, and why.
            var said = unreadable.InnerException is { } inner ? $"{unreadable.Message} {inner.Message}" : unreadable.Message;
            return new($"Настройка не читается. {said}", said);
        }
    }

    private static IEnumerable<Text> Misspelt(IConfiguration settings) =>
        from section in Known
        from child in settings.GetSection(section.Key).GetChildren()
        where !section.Value.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
        select Unknown.With(child.Path, section.Key, string.Join(", ", section.Value));
}
