namespace HemC101.Tracking.Labels.Tests.Paper;

/// <summary>Skipped where poppler's tools are not installed; fails where everything has to be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        if (!PdfText.IsThere && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Skip = "pdftotext is not installed (package poppler-utils).";
        }
    }
}
