namespace HemC101.Tracking.Labels.Templates;

/// <summary>How fine a print head is.</summary>
public enum PrintDensity
{
    Dpi203 = 203,
    Dpi300 = 300,
}

public static class PrintDensities
{
    public static int DotsPerMm(this PrintDensity density) => density switch
    {
        PrintDensity.Dpi203 => 8,
        PrintDensity.Dpi300 => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "Print heads of 203 and 300 dpi are known."),
    };
}
