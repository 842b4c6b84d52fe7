namespace HemC101.Tracking.Tests.Model;

/// <summary>The exploration, made once for all tests that look at it. <c>HEMC101_MODEL=wide</c> explores more, for hours if it is let.</summary>
internal static class ModelRun
{
    private static readonly Lazy<(Explorer Explorer, TimeSpan Time)> Made = new(Make);

    public static bool IsWide { get; } = Environment.GetEnvironmentVariable("HEMC101_MODEL") == "wide";

    public static Explorer Explorer => Made.Value.Explorer;

    public static TimeSpan Time => Made.Value.Time;

    private static (Explorer, TimeSpan) Make()
    {
        var begun = TimeProvider.System.GetTimestamp();
        var explorer = new Explorer(new Moves(IsWide)).Run();
        return (explorer, TimeProvider.System.GetElapsedTime(begun));
    }
}
