using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>What a line does.</summary>
internal enum ScenarioDeed
{
    /// <summary>Carries participants along the main path.</summary>
    Given,

    /// <summary>A step of the catalogue.</summary>
    Step,

    /// <summary>Scans for a step, and nothing is sent.</summary>
    Scan,

    /// <summary>The form of an earlier line once more.</summary>
    Resend,
    Enrol,

    /// <summary>Another name or birth date of who is enrolled.</summary>
    CorrectIdentity,

    /// <summary>Another status of a thing of the house.</summary>
    MoveThing,

    /// <summary>The whole study waits.</summary>
    HoldStudy,

    /// <summary>The latest hold on the study is released.</summary>
    ReleaseStudy,

    /// <summary>The training of one of the crew.</summary>
    Train,

    /// <summary>A temperature logger's file.</summary>
    ImportLogger,

    /// <summary>A count of the store, opened, scanned and closed.</summary>
    CountStore,

    /// <summary>Pre-printed sets of labels.</summary>
    PrintFallback,
    IssueFallback,
    DestroyFallback,
    CountFallback,

    /// <summary>Nothing: time passes, and facts are looked at.</summary>
    Look,
}

/// <summary>One line as it was written. What it does not say is done as a careful person would do it on a good day.</summary>
internal sealed record ScenarioLine
{
    public required string File { get; init; }

    public required int Number { get; init; }

    public required ScenarioDeed Deed { get; init; }

    /// <summary>Null for a moment later.</summary>
    public ScenarioTime? At { get; init; }

    public IReadOnlyList<string> Participants { get; init; } = [ScenarioCast.First];

    /// <summary>How far the main path is walked, its last leg included; null for every other line.</summary>
    public IReadOnlyList<DemoLeg>? Given { get; init; }

    /// <summary>What is taken, or scanned for.</summary>
    public Step? Step { get; init; }

    /// <summary>User names or roles; none leaves it to whom the rules accept.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Null for the thing that is due.</summary>
    public string? Target { get; init; }

    /// <summary>Exactly these, in this order; null for the right ones.</summary>
    public IReadOnlyList<string>? Scans { get; init; }

    /// <summary>By demand, what is scanned instead of the right thing; null leaves it out.</summary>
    public IReadOnlyDictionary<string, string?> Instead { get; init; } = new Dictionary<string, string?>();

    /// <summary>By field; null leaves it empty.</summary>
    public IReadOnlyDictionary<string, string?> Data { get; init; } = new Dictionary<string, string?>();

    /// <summary>Under which a later line can send the same form again.</summary>
    public string? Attempt { get; init; }

    /// <summary>How the codes come in; null for a scanner.</summary>
    public EntryMethod? Entry { get; init; }

    public TypedReason? TypedBecause { get; init; }

    public string Expect { get; init; } = ScenarioOutcome.Done;

    /// <summary>Keys that have to be among the reasons.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What the chains look like afterwards.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Then { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public string Participant => Participants[0];

    public ScenarioFaultException Fault(string ru, string en) => new(File, Number, new(ru, en));
}
