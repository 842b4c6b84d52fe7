using System.Text;
using System.Text.Json;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Alarms;

/// <summary>One person on call for a group of alarms.</summary>
public sealed record OnCallRow
{
    /// <summary>The name under which an entry of the journal holds <see cref="Digest"/>.</summary>
    public const string DigestName = "Addresses";

    public required string OnCallId { get; init; }

    public required AlarmGroup AlarmGroup { get; init; }

    public required StaffNumber StaffNo { get; init; }

    /// <summary>Smaller numbers are called first.</summary>
    public required int Place { get; init; }

    /// <summary>Null, as <see cref="UntilAt"/>, for always.</summary>
    public DateTimeOffset? FromAt { get; init; }

    public DateTimeOffset? UntilAt { get; init; }

    public string? Mail { get; init; }

    /// <summary>As the gateway takes it: + and digits.</summary>
    public string? Phone { get; init; }

    public required string Salt { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public Duty Duty => new(OnCallId, StaffNo, Place, new(FromAt, UntilAt));

    /// <summary>Over the addresses, which the ledger does not hold; salted, so that it gives nothing away.</summary>
    public Digest Digest => Digest.Of(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new[] { OnCallId, Mail, Phone, Salt })));
}
