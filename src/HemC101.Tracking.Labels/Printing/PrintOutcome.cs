namespace HemC101.Tracking.Labels.Printing;

public abstract record PrintOutcome
{
    private PrintOutcome()
    {
    }

    /// <summary>The printer took every byte. That paper came out, a person confirms by scanning the label.</summary>
    public sealed record Printed : PrintOutcome;

    /// <summary>Nothing was sent: sending again cannot make a second label.</summary>
    public sealed record Unreachable(string Why) : PrintOutcome;

    /// <summary>Something was sent and the rest is not known: a person looks at the printer before anything is sent again.</summary>
    public sealed record Unknown(string Why) : PrintOutcome;
}
