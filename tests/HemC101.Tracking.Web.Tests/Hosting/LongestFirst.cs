using HemC101.Tracking.Web.Tests.Browser;
using HemC101.Tracking.Web.Tests.Hosting;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("HemC101.Tracking.Web.Tests.Hosting." + nameof(LongestFirst), "HemC101.Tracking.Web.Tests")]

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>Collections that take minutes start first: begun last, they would run alone beside an idle core.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [MainPathInBrowser.Name, BedsideInBrowser.Name, CamerasInBrowser.Name, BrowserTests.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.IndexOf(Long, collection.DisplayName) is var place and >= 0 ? place : Long.Length);
}
