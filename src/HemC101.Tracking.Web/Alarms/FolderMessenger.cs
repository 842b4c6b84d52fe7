using System.Globalization;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Of the demonstration: each message as a file, so that one can read what would have gone out.</summary>
internal sealed class FolderMessenger(string directory) : IMessenger
{
    public AlarmChannel Channel => AlarmChannel.Folder;

    public string? AddressOf(OnCallRow person) => person.Mail ?? person.Phone;

    public async Task<SendOutcome> SendAsync(AlarmText text, CancellationToken ct)
    {
        var target = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{text.Message.MessageId:D6}.txt"));
        try
        {
            Directory.CreateDirectory(directory);
            await File.WriteAllTextAsync(target + ".part", $"To: {text.Message.Address}\nSubject: {text.Subject}\n\n{text.Body}\n", ct);
            File.Move(target + ".part", target, overwrite: true);
            return new SendOutcome.Sent();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.NotSent(e.Message);
        }
    }
}
