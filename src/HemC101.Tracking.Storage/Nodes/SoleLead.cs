namespace HemC101.Tracking.Storage.Nodes;

/// <summary>On a file there is one node, and nothing to lose.</summary>
internal sealed class SoleLead : ILead
{
    public CancellationToken Lost => CancellationToken.None;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
