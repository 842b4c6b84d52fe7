using System.Text;
using System.Text.Json;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Web.Steps;

/// <summary>A first half out of its seal: the bytes that its signature is bound to, whoever changed them.</summary>
public sealed class OpenedHalf(byte[] bytes)
{
    /// <summary>ASCII, as it was hashed: JSON writes every other letter as a number.</summary>
    public string Text { get; } = Encoding.UTF8.GetString(bytes);

    public Digest Hash { get; } = Digest.Of(bytes);

    public HalfContent? Content { get; } = JsonSerializer.Deserialize<HalfContent>(bytes);
}

/// <summary>What was on the screen of the first, and the salt. The names and their order are part of what is signed.</summary>
/// <param name="Version">Of the chain before the signature.</param>
/// <param name="Record">As it was typed, by field.</param>
/// <param name="Scans">By demand: identifier, way of entry, and why it was typed.</param>
public sealed record HalfContent(
    string Step,
    string Coi,
    string Target,
    int Version,
    IReadOnlyDictionary<string, string> Record,
    IReadOnlyDictionary<string, string> Scans,
    string Salt);
