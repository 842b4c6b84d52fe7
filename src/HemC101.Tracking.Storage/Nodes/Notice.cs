namespace HemC101.Tracking.Storage.Nodes;

/// <summary>What nodes that share a database tell each other when a transaction is committed. Nothing depends on a notice: it only saves waiting.</summary>
public static class Notice
{
    /// <summary>There is something new for a printer to do.</summary>
    public const string Prints = "prints";
}
