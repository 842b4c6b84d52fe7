namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>A setting that the site cannot start with.</summary>
public sealed class SettingFault(Text why) : InvalidOperationException($"{why.Ru}{Environment.NewLine}{why.En}")
{
    public Text Why => why;
}
