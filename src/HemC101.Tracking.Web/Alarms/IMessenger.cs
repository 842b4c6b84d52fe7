using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>One way out of the house, as it is configured.</summary>
internal interface IMessenger
{
    AlarmChannel Channel { get; }

    /// <returns>Null when the person cannot be reached on this way.</returns>
    string? AddressOf(OnCallRow person);

    Task<SendOutcome> SendAsync(AlarmText text, CancellationToken ct);
}
