namespace HemC101.Tracking.Storage.Backups;

/// <summary>A backup that cannot be restored, and why.</summary>
public sealed class BackupUnusableException(Text text, Exception? inner = null) : Exception(text.ToString(), inner)
{
    public Text Text => text;
}
