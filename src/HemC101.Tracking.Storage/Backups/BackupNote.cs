using System.Text.Json;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Backups;

/// <summary>What is written beside a backup, as JSON: what the file was when it was made.</summary>
/// <param name="File">Name without folder.</param>
/// <param name="Sha256">Of the file as it lies there, encrypted or not.</param>
/// <param name="Entries">Size of the ledger in it.</param>
/// <param name="MadeAt">By the clock of the server.</param>
/// <param name="Encrypted">True when a passphrase is needed to open it.</param>
public sealed record BackupNote(string File, string Sha256, long Entries, DateTimeOffset MadeAt, bool Encrypted)
{
    public const string Extension = ".json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <returns>Null when it is not such a note.</returns>
    public static BackupNote? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupNote>(text, Json) is { File.Length: > 0 } note && Digest.TryParse(note.Sha256, null, out _) ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
