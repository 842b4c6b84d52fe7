namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A fact that needs a browser. Without one it is skipped at a desk and fails where <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium.Executable) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Skip = $"There is no browser at {Chromium.Executable}. Install the package chromium.";
        }
    }
}
