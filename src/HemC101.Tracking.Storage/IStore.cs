using System.Data.Common;
using HemC101.Tracking.Storage.Nodes;

namespace HemC101.Tracking.Storage;

/// <summary>One kind of database: how it is read from, and who may write when.</summary>
internal interface IStore : IAsyncDisposable
{
    Dialect Dialect { get; }

    /// <summary>Disposed by the caller.</summary>
    Task<Reader> OpenReaderAsync(CancellationToken ct);

    /// <summary>Everything read in the transaction is of one moment.</summary>
    Task<DbTransaction> BeginReadingAsync(DbConnection reader, CancellationToken ct);

    Task<ITurn> BeginAsync(CancellationToken ct);

    /// <returns>Null while another node has it.</returns>
    Task<ILead?> TryLeadAsync(string work, CancellationToken ct);

    /// <summary>Runs until it is cancelled or the connection ends; where there is one node, it hears nothing.</summary>
    Task ListenAsync(Action<string> heard, CancellationToken ct);
}
