using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Labels.Printing;

public abstract record PrintOutcome
{
    private PrintOutcome()
    {
    }

    /// <summary>The printer said something of itself.</summary>
    public bool Answered { get; init; }

    /// <summary>
    /// The printer took every byte and, where it answers at all, says that it is done. That the label is the right one and readable, a person
    /// confirms by scanning it.
    /// </summary>
    public sealed record Printed : PrintOutcome;

    /// <summary>Nothing of the label was sent: sending again cannot make a second one.</summary>
    public sealed record Unreachable(string Why) : PrintOutcome
    {
        public PrintTrouble Trouble { get; init; } = PrintTrouble.NotThere;
    }

    /// <summary>Something was sent and the rest is not known: a person looks at the printer before anything is sent again.</summary>
    public sealed record Unknown(string Why) : PrintOutcome
    {
        public PrintTrouble Trouble { get; init; } = PrintTrouble.Broken;
    }
}
