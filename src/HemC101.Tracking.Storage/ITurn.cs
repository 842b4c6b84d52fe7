using System.Data.Common;

namespace HemC101.Tracking.Storage;

/// <summary>A writer's time at the database. Disposed without a commit, it leaves nothing; disposed twice, it is over once.</summary>
internal interface ITurn : IAsyncDisposable
{
    DbConnection Connection { get; }

    DbTransaction Transaction { get; }

    /// <summary>How far the ledger reached when the turn began; null where nobody else can write during it.</summary>
    long? Seen { get; }

    /// <summary>What need not be asked for; null where others write during the turn.</summary>
    WriterMemory? Memory { get; }

    /// <summary>Returns when everything is durable.</summary>
    Task CommitAsync(CancellationToken ct);
}
