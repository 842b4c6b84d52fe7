namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Setting <c>Demo:Enabled</c>. When on, every page carries the band "not for patients".</summary>
public sealed record DemoMode(bool IsOn)
{
    internal static DemoMode Of(IConfiguration configuration) => new(configuration.GetValue("Demo:Enabled", false));
}
