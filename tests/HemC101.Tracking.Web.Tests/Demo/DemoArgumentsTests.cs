using HemC101.Tracking.Web.Demo;
using Microsoft.Extensions.Configuration;

namespace HemC101.Tracking.Web.Tests.Demo;

public sealed class DemoArgumentsTests
{
    [Fact]
    public void Switch_Alone_GivesAFolderAndAnAddress()
    {
        var settings = Settings([], "--demo");

        Assert.Equal("demo-data", settings["Data:Directory"]);
        Assert.Equal("http://127.0.0.1:5080", settings["urls"]);
        Assert.Equal("true", settings["Demo:Enabled"]);
    }

    [Fact]
    public void Environment_WinsOverTheDemo_AndTheLineOverBoth()
    {
        Dictionary<string, string?> environment = new() { ["Data:Directory"] = "of the environment", ["urls"] = "http://[::]:8080" };

        Assert.Equal("of the environment", Settings(environment, "--demo")["Data:Directory"]);
        Assert.Equal("http://[::]:8080", Settings(environment, "--demo")["urls"]);
        Assert.Equal("of the line", Settings(environment, "--Data:Directory", "of the line", "--demo")["Data:Directory"]);
        Assert.Equal("of the line", Settings(environment, "--demo", "--Data:Directory=of the line")["Data:Directory"]);
    }

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Ward:Url", "http://localhost:7000")]
    public void OtherWaysToSayWhereToListen_AreNotOverruled(string key, string value) =>
        Assert.Null(Settings(new() { [key] = value }, "--demo")["urls"]);

    [Fact]
    public void WithoutTheSwitch_NothingIsAdded()
    {
        var settings = Settings([], "--urls=http://localhost:1");

        Assert.Null(settings["Data:Directory"]);
        Assert.Null(settings["Demo:Enabled"]);
    }

    /// <summary>In the order in which a web application reads them: environment, then command line.</summary>
    private static ConfigurationManager Settings(Dictionary<string, string?> environment, params string[] line)
    {
        var settings = new ConfigurationManager();
        settings.AddInMemoryCollection(environment).AddCommandLine(DemoArguments.Expand(line));
        DemoArguments.AddDefaults(settings);
        return settings;
    }
}
