namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Section <c>Limits</c> of the configuration: how much one place or one person may ask for within a minute.</summary>
/// <param name="SignInsPerMinute">
/// From one client address. A whole ward may share one: at a change of shift some forty people sign in within minutes, each twice when the
/// badge and the PIN come apart. One account is guarded by its lock-out; this guards the site against guessing over many accounts.
/// </param>
/// <param name="ScansPerMinute">In one session; a scanner in a hand makes one or two a second.</param>
internal sealed record RateLimits(int SignInsPerMinute, int ScansPerMinute)
{
    public const string Section = "Limits";

    private const int AWard = 120;
    private const int AHand = 240;
    private const int Fewest = 10;
    private const int Most = 1_000_000;

    /// <exception cref="SettingFault">A number is out of range.</exception>
    public static RateLimits Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var limits = new RateLimits(section.GetValue(nameof(SignInsPerMinute), AWard), section.GetValue(nameof(ScansPerMinute), AHand));
        return limits is { SignInsPerMinute: >= Fewest and <= Most, ScansPerMinute: >= Fewest and <= Most }
            ? limits
            : throw new SettingFault(new(
                $"{Section}:{nameof(SignInsPerMinute)} и {Section}:{nameof(ScansPerMinute)} – от {Fewest} до {Most} в минуту.",
                $"{Section}:{nameof(SignInsPerMinute)} and {Section}:{nameof(ScansPerMinute)} have to be {Fewest} to {Most} a minute."));
    }
}
