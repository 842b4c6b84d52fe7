namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>Each starts several servers or a build: one after the other, and beside nothing else.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DeployTests
{
    public const string Name = "deploy";
}
