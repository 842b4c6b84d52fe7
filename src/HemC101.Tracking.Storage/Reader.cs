using System.Data.Common;

namespace HemC101.Tracking.Storage;

/// <summary>A connection on loan that refuses to write; disposed, it goes back to where it came from.</summary>
internal sealed class Reader(DbConnection connection, Func<ValueTask> giveBack) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public ValueTask DisposeAsync() => giveBack();
}
