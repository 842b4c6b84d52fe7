namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Tests that share the one browser, and so run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
