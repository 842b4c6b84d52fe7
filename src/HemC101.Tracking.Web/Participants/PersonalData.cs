using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Web.Participants;

/// <summary>Who the participant is. Lives encrypted beside the ledger; never in an event, a log or a barcode.</summary>
/// <param name="Patronymic">Null when the person has none.</param>
public sealed record PersonalData(string Surname, string GivenName, string? Patronymic, DateOnly BirthDate)
{
    /// <summary>Random, so that the hash in the ledger cannot be guessed from names and birth dates.</summary>
    public string Salt { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    [JsonIgnore]
    public string FullName => string.Join(' ', new[] { Surname.ToUpperInvariant(), GivenName, Patronymic }.Where(part => !string.IsNullOrEmpty(part)));

    [JsonIgnore]
    public string Initials => string.Concat(new[] { Surname, GivenName, Patronymic }
        .Where(part => !string.IsNullOrEmpty(part)).Select(part => $"{char.ToUpperInvariant(part![0])}."));
}
