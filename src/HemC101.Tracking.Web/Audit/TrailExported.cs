using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Web.Audit;

/// <summary>What the ledger keeps of an export: what was asked for, and how far the ledger reached.</summary>
/// <param name="Looks">True when it was the list of those who looked at personal data.</param>
internal sealed record TrailExported(TrailFilter Filter, bool Looks, string Format)
{
    public const string Type = "TrailExported";
}
