using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Operations;

/// <summary>A site that cannot reach its database server says so without the password.</summary>
public sealed class ServerPasswordTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-password-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=hemc101;Username=site;Password=сорок снегирей", "does not answer")]
    [InlineData("Host=127.0.0.1;Port=сорок снегирей;Database=hemc101;Password=сорок снегирей", "cannot be read")]
    [InlineData("Host=127.0.0.1;Passwort=сорок снегирей;Database=hemc101", "cannot be read")]
    [InlineData("Password=сорок снегирей", "cannot be read")]
    public async Task Start_ServerOutOfReach_KeepsItsPassword(string connectionString, string reason)
    {
        string[] server = ["--Database:Provider=Postgres", $"--Database:ConnectionString={connectionString}", "--Logging:LogLevel:Default=Trace"];

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SiteProcess.StartAsync(_data, server));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("снегирей", refused.Message, StringComparison.Ordinal);
    }
}
