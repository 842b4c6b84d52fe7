namespace HemC101.Tracking.Storage;

/// <summary>The database must not be used as it is: damaged, out of reach, or written by a newer version.</summary>
public sealed class DatabaseUnusableException(Text text, Exception? cause = null) : Exception(text.En, cause)
{
    public Text Text { get; } = text;

    /// <summary>Out of reach, starting or locked: nobody has to do anything for it to be usable again.</summary>
    public bool MayPass => InnerException is System.Data.Common.DbException e && Dialect.MayPass(e);
}
