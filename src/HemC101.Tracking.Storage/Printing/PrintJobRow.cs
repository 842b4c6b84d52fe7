using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Storage.Printing;

public sealed record PrintJobRow
{
    public required long JobId { get; init; }

    public required PrintSerial Serial { get; init; }

    public required LabelKind Kind { get; init; }

    /// <summary>Null as long as the site has no printer.</summary>
    public string? Printer { get; init; }

    public required PrintJobState State { get; init; }

    /// <summary>How often it was taken from the queue.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why it is not on paper, or not surely; null when nothing went wrong since a person last had it in hand.</summary>
    public PrintTrouble? Trouble { get; init; }

    /// <summary>What the machine said of it, for whoever mends it.</summary>
    public string? LastError { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Of the bytes last sent; null before the first rendering.</summary>
    public Digest? RenderedSha256 { get; init; }

    public string? TemplateVersion { get; init; }

    public required string Fields { get; init; }
}
