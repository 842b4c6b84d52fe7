namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Tests that share one browser, and so run one after the other. Much of their time is waiting: several such browsers run at once.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}

[CollectionDefinition(Name)]
public sealed class MainPathInBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "Browser, main path";
}

[CollectionDefinition(Name)]
public sealed class BedsideInBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "Browser, bedside";
}

[CollectionDefinition(Name)]
public sealed class CamerasInBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "Browser, cameras";
}
