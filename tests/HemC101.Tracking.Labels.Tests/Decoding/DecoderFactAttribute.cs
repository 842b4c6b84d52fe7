namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>A fact that asks the readers in <c>decoder/</c>. Without them it is skipped at a desk and fails where <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DecoderFactAttribute : FactAttribute
{
    /// <param name="programs">Of the distribution, asked besides.</param>
    public DecoderFactAttribute(params string[] programs)
    {
        var missing = programs.Where(program => !CommandLine.Has(program)).ToList();
        var reason = missing.Count == 0 ? Decoder.Missing : $"Not on the PATH: {string.Join(", ", missing)}. tests/run installs them on Debian and Ubuntu.";
        if (reason is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Skip = reason;
        }
    }
}
