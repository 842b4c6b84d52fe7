namespace HemC101.Tracking.Benchmarks.Measuring;

/// <summary>Work that is done again and again, in turn with other work, so that all of it meets the same moods of the machine.</summary>
internal interface IExercise
{
    /// <summary>Times what counts; what leads up to it goes untimed.</summary>
    Task DoAsync(Timings timings, int turn);
}
