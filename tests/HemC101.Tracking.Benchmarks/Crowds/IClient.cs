namespace HemC101.Tracking.Benchmarks.Crowds;

/// <summary>One of many who ask at the same time, each as soon as the last answer is there.</summary>
internal interface IClient : IDisposable
{
    /// <exception cref="InvalidOperationException">The answer was another than the work being done.</exception>
    Task AskAsync();
}
