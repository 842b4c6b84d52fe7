namespace HemC101.Tracking.Labels.Tests.Decoding;

/// <summary>A fact that asks the readers in <c>decoder/</c>. Without them it is skipped at a desk and fails where <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DecoderFactAttribute : FactAttribute
{
    public DecoderFactAttribute()
    {
        if (Decoder.Missing is { } missing && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Skip = missing;
        }
    }
}
