using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>A file of scenarios, read and checked as far as it can be without being played.</summary>
/// <param name="File">As it was named on the command line.</param>
/// <param name="Settings">The demonstration's, but for what its header says.</param>
internal sealed record Scenario(string File, StudySettings Settings, IReadOnlyList<ScenarioLine> Lines)
{
    /// <summary>The lines before anything of its own happens: many scenarios share them.</summary>
    public IEnumerable<ScenarioLine> Past => Lines.TakeWhile(line => line is { Given: not null, At: null, Then.Count: 0 });
}

/// <summary>The file cannot be played as it is written: no verdict on the rules.</summary>
internal sealed class ScenarioFaultException(string file, int line, Text why) : Exception($"{file}:{line}: {why.Ru}{Environment.NewLine}{why.En}")
{
    public Text Text => new($"{file}, строка {line}: {why.Ru}", $"{file}, line {line}: {why.En}");
}
