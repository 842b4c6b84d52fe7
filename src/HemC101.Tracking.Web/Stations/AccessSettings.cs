using HemC101.Tracking.Access;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Stations;

/// <summary>Sections <c>Access</c> and <c>Idle</c> of the configuration: what a browser has to show, and how long a session may lie unused.</summary>
/// <param name="Remote">Left out, it is the safe one; the demonstration has no stations to go to.</param>
internal sealed record AccessSettings(RemotePolicy Remote, IdleLimits Idle)
{
    public const string Section = "Access";

    /// <exception cref="SettingFault">A word or a number is none that could be used.</exception>
    public static AccessSettings Of(IConfiguration configuration) => new(
        configuration[$"{Section}:{nameof(Remote)}"] switch
        {
            null or "" => DemoMode.Of(configuration).IsOn ? RemotePolicy.Open : RemotePolicy.SecondFactorOnceThereIsAStation,
            nameof(RemotePolicy.Open) => RemotePolicy.Open,
            nameof(RemotePolicy.SecondFactor) => RemotePolicy.SecondFactor,
            var other => throw new SettingFault(new(
                $"Настройка {Section}:{nameof(Remote)}: «{other}». Допустимо {nameof(RemotePolicy.SecondFactor)} или {nameof(RemotePolicy.Open)}; "
                + "без неё второй фактор нужен, как только зарегистрирована первая станция.",
                $"The setting {Section}:{nameof(Remote)} is \"{other}\". It may be {nameof(RemotePolicy.SecondFactor)} or {nameof(RemotePolicy.Open)}; "
                + "without it a second factor is needed as soon as the first station is registered.")),
        },
        IdleLimits.Of(configuration));
}
