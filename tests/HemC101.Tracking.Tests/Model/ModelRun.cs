using System.Globalization;

namespace HemC101.Tracking.Tests.Model;

/// <summary>
/// The exploration, made once for all tests that look at it. <c>HEMC101_MODEL=100000</c> tries more in each state (second collections, holds
/// over bags and batches, every label) and follows at most so many states.
/// </summary>
internal static class ModelRun
{
    private const int NoLimit = int.MaxValue;

    private static readonly Lazy<(Explorer Explorer, TimeSpan Time)> Made = new(Make);

    /// <summary>Null for the run that ends by itself.</summary>
    public static int? Wide { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("HEMC101_MODEL"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;

    public static Explorer Explorer => Made.Value.Explorer;

    public static TimeSpan Time => Made.Value.Time;

    private static (Explorer, TimeSpan) Make()
    {
        var begun = TimeProvider.System.GetTimestamp();
        var explorer = new Explorer(new Moves(Wide is not null)).Run(Wide ?? NoLimit);
        return (explorer, TimeProvider.System.GetElapsedTime(begun));
    }
}
