using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>Something the application promises.</summary>
internal interface ILimit
{
    /// <summary>As <c>--only</c> calls it.</summary>
    string Name { get; }

    /// <summary>Too long for a run of all of them.</summary>
    bool OnRequest => false;

    Task MeasureAsync(Course course, Report report);
}
