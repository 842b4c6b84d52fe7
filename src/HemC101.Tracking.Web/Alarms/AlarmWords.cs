using HemC101.Tracking.Alarms;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Ways and states of messages, as people read them.</summary>
public static class AlarmWords
{
    public static Text Name(this AlarmChannel channel) => channel switch
    {
        AlarmChannel.Mail => new("почта", "mail"),
        AlarmChannel.Webhook => new("SMS-шлюз", "SMS gateway"),
        AlarmChannel.Folder => new("папка демонстрации", "folder of the demonstration"),
    };

    /// <returns>What whoever is called is told of why it is them; null on duty.</returns>
    public static Text? Says(this CallBasis basis) => basis switch
    {
        CallBasis.OnDuty => null,
        CallBasis.Standing => new("Смена дежурных не внесена: вызываем по постоянному списку.", "No shift is entered: the standing list is called."),
        CallBasis.Everybody => new("Дежурного нет: вызваны все, кого это касается.", "Nobody is on call: everybody whom it concerns is called."),
    };

    public static Text Standing(this AlarmMessageRow message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.State switch
        {
            AlarmMessageState.Waiting when message.Attempts == 0 => new("ждёт отправки", "waits to be sent"),
            AlarmMessageState.Waiting => new(
                $"не отправлено, попыток: {message.Attempts}; повторяется", $"not sent, attempts: {message.Attempts}; tried again"),
            AlarmMessageState.Sending => new("отправляется", "being sent"),
            AlarmMessageState.Sent => new("отправлено", "sent"),
            AlarmMessageState.Dropped => new("не понадобилось", "not needed any more"),
        };
    }
}
