using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>
/// Model of <c>_SignatureFields</c>: one signer's badge (or user name) and PIN (or password). <c>Prefix</c> is the name of the bound
/// <see cref="People.SignatureInput"/>, <c>Legend</c> says who signs here, <c>Meaning</c> what the signature says (null when the page says
/// it elsewhere), <c>Signer</c> is what was scanned before, so that a refused form need not be scanned again.
/// </summary>
public sealed record SignatureFields(string Prefix, Text Legend, Text? Meaning = null, string? Signer = null, bool TakesFocus = false)
{
    /// <summary>Tells two forms of one page apart; null when the prefix does.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Typed identifiers that this signer confirms.</summary>
    public IReadOnlyList<ScanEvidence> Typed { get; init; } = [];

    public string IdOf(string field) => $"{(IdPrefix ?? Prefix).Replace('.', '_').Replace('[', '_').Replace(']', '_')}_{field}";
}
