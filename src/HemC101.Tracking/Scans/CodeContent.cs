namespace HemC101.Tracking.Scans;

/// <summary>What a code holds, element by element, each with its typed value.</summary>
public abstract class CodeContent
{
    private protected CodeContent()
    {
    }

    public abstract CodeFamily Family { get; }

    /// <summary>In the order of the symbol. The header of a compound message is no element.</summary>
    public abstract IEnumerable<CodeElement> Elements { get; }

    /// <summary>True when both say the same in the same order.</summary>
    public bool SaysTheSameAs(CodeContent other) =>
        Family == other.Family
        && Elements.Select(element => (element.Id, element.Value)).SequenceEqual(other.Elements.Select(element => (element.Id, element.Value)));
}
