namespace HemC101.Tracking.Storage.Nodes;

/// <summary>The right to do a work that only one of the nodes sharing a database may do. Given back when disposed.</summary>
public interface ILead : IAsyncDisposable
{
    /// <summary>Cancelled when the right is gone although it was not given back: another node may have it already.</summary>
    CancellationToken Lost { get; }
}
