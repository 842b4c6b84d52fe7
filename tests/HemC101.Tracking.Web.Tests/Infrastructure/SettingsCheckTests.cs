using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Faults_OfNothingAtAll_None() => Assert.Empty(SettingsCheck.Faults(Settings()));

    [Fact]
    public void Faults_OfAWholeConfiguration_None() =>
        Assert.Empty(SettingsCheck.Faults(Settings(
            ("Data:Directory", "data"), ("Data:KeyRing", "keys"), ("Database:Provider", "Sqlite"), ("Database:Path", "site.db"),
            ("Seals:Minutes", "30"), ("Seals:Deposit", "seals"), ("Backups:Folder", "backups"), ("Backups:Hours", "6"), ("Backups:Keep", "10"),
            ("Facility:Number", "A9998"), ("Limits:SignInsPerMinute", "60"), ("Limits:ScansPerMinute", "120"), ("Access:Remote", "SecondFactor"),
            ("Idle:Ward", "5"), ("Idle:Laboratory", "20"), ("Idle:Office", "60"), ("Idle:Unregistered", "15"), ("Telemetry:Endpoint", "http://localhost:4317"),
            ("Printers:0:Name", "ward"), ("Printers:0:Kind", "Tcp"), ("Printers:0:Address", "10.0.0.7:9100"))));

    [Fact]
    public void Faults_OfAServer_None_UnlessTheProgramIsToCopyIt()
    {
        (string, string)[] server = [("Database:Provider", "Postgres"), ("Database:ConnectionString", "Host=db;Database=hemc101")];

        Assert.Empty(SettingsCheck.Faults(Settings(server)));
        Assert.Contains("backup.sh", Assert.Single(SettingsCheck.Faults(Settings([.. server, ("Backups:Folder", "backups")]))).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Seals:Minutes", "0", "1 to 1440")]
    [InlineData("Seals:Minutes", "soon", "Seals:Minutes")]
    [InlineData("Seals:Minuts", "30", "no setting Seals:Minuts")]
    [InlineData("Backups:Hours", "1000", "1 to 168")]
    [InlineData("Backups:Keep", "0", "at least 1")]
    [InlineData("Database:Provider", "Oracle", "Oracle")]
    [InlineData("Database:Provider", "Postgres", "ConnectionString")]
    [InlineData("Facility:Number", "A999", "five characters")]
    [InlineData("Telemetry:Endpoint", "collector", "OpenTelemetry")]
    [InlineData("Proxies:Trusted:0", "10.1", "Proxies:Trusted")]
    [InlineData("Proxies:Trust:0", "10.0.0.5", "no setting Proxies:Trust")]
    [InlineData("Limits:SignInsPerMinute", "9", "10 to 1000000 a minute")]
    [InlineData("Limits:ScansPerMinute", "1000001", "10 to 1000000 a minute")]
    [InlineData("Access:Remote", "Sometimes", "SecondFactor or Open")]
    [InlineData("Access:Remote", "SecondFactorOnceThereIsAStation", "SecondFactor or Open")]
    [InlineData("Access:Remot", "Open", "no setting Access:Remot")]
    [InlineData("Idle:Ward", "0", "1 to 720 minutes")]
    [InlineData("Idle:Office", "721", "1 to 720 minutes")]
    [InlineData("Idle:Laboratory", "soon", "Idle:Laboratory")]
    [InlineData("Idle:Lab", "15", "no setting Idle:Lab")]
    [InlineData("Limits:Scans", "100", "no setting Limits:Scans")]
    [InlineData("Alarms:EscalateMinutes", "0", "1 to 240")]
    [InlineData("Alarms:IssuedMinutes", "soon", "Alarms:IssuedMinutes")]
    [InlineData("Alarms:Link", "here", "no address")]
    [InlineData("Alarms:Minutes", "5", "no setting Alarms:Minutes")]
    [InlineData("ForwardedHeaders_Enabled", "true", "Proxies:Trusted")]
    [InlineData("Printers:0:Name", "ward", "Address")]
    [InlineData("Printers:0:Kind", "Parrot", "Printers:0")]
    [InlineData("Labels:MatrixReader", "no-such-reader -N 1", "no-such-reader")]
    [InlineData("Labels:LinearReader", "/no/such/reader", "Labels:LinearReader")]
    public void Faults_OfAWrongSetting_SayWhichAndWhatIsWanted(string key, string value, string words)
    {
        var fault = Assert.Single(SettingsCheck.Faults(Settings((key, value))));

        Assert.Contains(words, fault.En, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Ru);
    }

    [Fact]
    public void Faults_OfMailAndAGateway_AreTheirOwn_AndTheMissingLink()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "secret");
        (string, string)[] whole =
        [
            ("Smtp:Host", "mail.example"), ("Smtp:From", "hemc101@mail.example"), ("Smtp:User", "hemc101"), ("Smtp:PasswordFile", file),
            ("Webhook:Url", "https://gateway.example/sms"), ("Webhook:SecretFile", file), ("Alarms:Link", "https://hemc101.example"),
        ];

        Assert.Empty(SettingsCheck.Faults(Settings(whole)));
        Assert.Contains("no Alarms:Link", Assert.Single(SettingsCheck.Faults(Settings(whole[..^1]))).En, StringComparison.Ordinal);
        Assert.All(
            new[] { ("Smtp:Port", "70000"), ("Smtp:Security", "Perhaps"), ("Smtp:Security", "None"), ("Smtp:From", "nobody"), ("Smtp:PasswordFile", "/nowhere"), ("Webhook:Url", "gateway"), ("Webhook:SecretFile", "/nowhere"), ("Smtp:Hots", "x") },
            wrong => Assert.StartsWith(wrong.Item1.Split(':')[0], Assert.Single(SettingsCheck.Faults(Settings([.. whole.Where(set => set.Item1 != wrong.Item1), wrong]))).En.Replace("There is no setting ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        File.Delete(file);
    }

    [Fact]
    public async Task Site_WithThreeFaults_SaysAllOfThem_AndMakesNoDatabase()
    {
        var data = Directory.CreateTempSubdirectory("hemc101-settings-");

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SiteProcess.StartAsync(data, "--Seals:Minutes=0", "--Backups:Keep=0", "--Facility:Number=here"));

        Assert.Contains("correct these settings", ended.Message, StringComparison.Ordinal);
        Assert.Contains("Seals:Minutes", ended.Message, StringComparison.Ordinal);
        Assert.Contains("Backups:Keep", ended.Message, StringComparison.Ordinal);
        Assert.Contains("Facility:Number", ended.Message, StringComparison.Ordinal);
        Assert.Empty(data.GetFiles());
        data.Delete(recursive: true);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();
}
