namespace HemC101.Tracking.Storage;

/// <summary>What became of an append.</summary>
public abstract record Appended
{
    private Appended()
    {
    }

    /// <param name="Version">Of the stream's last entry, now.</param>
    public sealed record Ok(int Version) : Appended;

    /// <summary>Somebody else wrote to the stream first; nothing was appended.</summary>
    public sealed record Conflict(int ActualVersion) : Appended;
}
