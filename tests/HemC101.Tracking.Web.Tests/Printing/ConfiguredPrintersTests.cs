using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Printing;
using Microsoft.Extensions.Configuration;

namespace HemC101.Tracking.Web.Tests.Printing;

public sealed class ConfiguredPrintersTests
{
    private static readonly (string, string) Demo = ("Demo:Enabled", "true");

    [Fact]
    public async Task Put_NoneConfigured_InTheDemo_PrintsIntoTheFolder()
    {
        await using var room = await PrintRoom.ConfiguredAsync(Demo);

        var printer = Assert.Single(await Printers.ListAsync(room.Database, default));
        Assert.Equal(("folder", PrinterKind.Folder, room.Printed, true), (printer.Name, printer.Kind, printer.Address, printer.IsDefault));
    }

    [Fact]
    public async Task Put_NoneConfigured_OnARealSite_NothingIsPrinted_TheJobWaits_AndGoesToTheFirstPrinter()
    {
        await using var room = await PrintRoom.ConfiguredAsync();
        await using var running = await room.StartAsync();

        await room.EnrolAsync();

        Assert.Empty(await Printers.ListAsync(room.Database, default));
        Assert.Equal((null, PrintJobState.Queued), ((await room.JobAsync(1)).Printer, (await room.JobAsync(1)).State));
        await using var printer = PrinterEmulator.On();
        await room.PutPrinterAsync("ward", PrinterKind.Tcp, printer.Address);
        room.Get<PrintSignal>().Raise();
        await room.UntilAsync(1, PrintJobState.Printed);
        Assert.Single(printer.Labels);
        Assert.Empty(room.Files());
    }

    [Fact]
    public async Task Put_RealSite_GivesUpTheFolderItOncePrintedInto()
    {
        var demo = await PrintRoom.ConfiguredAsync(Demo);
        await demo.EnrolAsync();
        await using var room = await demo.ReopenAsync();

        await room.Get<ConfiguredPrinters>().PutAsync(default);

        Assert.Null(await Printers.FindDefaultAsync(room.Database, default));
        Assert.Equal(TurnEnd.Idle, await room.TurnAsync());
        Assert.Null((await room.JobAsync(1)).Printer);
        Assert.Empty(room.Files());
    }

    [Fact]
    public async Task Put_NoneConfiguredButOneIsDefault_LeavesIt()
    {
        await using var room = await PrintRoom.ConfiguredAsync();
        await room.PutPrinterAsync("ward", PrinterKind.Tcp, "printer.example:9100");

        await room.Get<ConfiguredPrinters>().PutAsync(default);

        Assert.Equal("ward", (await Printers.FindDefaultAsync(room.Database, default))!.Name);
    }

    [Theory]
    [InlineData("203", 203)]
    [InlineData("300", 300)]
    [InlineData(null, 203)]
    [InlineData("600", null)]
    public void Read_Dpi_IsThatOfAKnownPrintHead(string? dpi, int? expected)
    {
        var settings = new Dictionary<string, string?> { ["Printers:0:Name"] = "lab", ["Printers:0:Kind"] = "Tcp", ["Printers:0:Address"] = "printer.example:9100", ["Printers:0:Dpi"] = dpi };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build();

        if (expected is null)
        {
            Assert.Contains("203", Assert.Throws<SettingFault>(() => ConfiguredPrinters.Read(configuration)).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, Assert.Single(ConfiguredPrinters.Read(configuration)).Dpi);
        }
    }

    [Fact]
    public async Task Put_Configured_AreEntered_AndTheFirstIsDefaultWhenNoneSaysSo()
    {
        await using var room = await PrintRoom.ConfiguredAsync(
            ("Printers:0:Name", "lab"), ("Printers:0:Kind", "Tcp"), ("Printers:0:Address", "printer.example:9100"),
            ("Printers:1:Name", "ward"), ("Printers:1:Kind", "Folder"), ("Printers:1:Address", "labels-out"),
            ("Printers:2:Name", "office"), ("Printers:2:Kind", "Cups"), ("Printers:2:Address", "office?media=A6"));

        Assert.Equal(["lab", "office", "ward"], (await Printers.ListAsync(room.Database, default)).Select(printer => printer.Name));
        Assert.Equal("lab", (await Printers.FindDefaultAsync(room.Database, default))!.Name);
    }

    [Theory]
    [InlineData("Printers:0:Name", "")]
    [InlineData("Printers:0:Address", "")]
    [InlineData("Printers:0:Address", "printer.example")]
    [InlineData("Printers:0:Address", "printer.example:0")]
    [InlineData("Printers:0:Address", "printer.example:99999")]
    [InlineData("Printers:2:Address", "ward labels")]
    [InlineData("Printers:2:Address", "-o")]
    [InlineData("Printers:1:Name", "lab")]
    [InlineData("Printers:0:Default", "true")]
    public async Task Put_ConfiguredWrongly_SaysSo(string key, string value)
    {
        var settings = new Dictionary<string, string>
        {
            ["Printers:0:Name"] = "lab",
            ["Printers:0:Kind"] = "Tcp",
            ["Printers:0:Address"] = "printer.example:9100",
            ["Printers:1:Name"] = "ward",
            ["Printers:1:Kind"] = "Folder",
            ["Printers:1:Address"] = "labels-out",
            ["Printers:1:Default"] = "true",
            ["Printers:2:Name"] = "office",
            ["Printers:2:Kind"] = "Cups",
            ["Printers:2:Address"] = "office?media=A6",
            [key] = value,
        };

        var refused = await Assert.ThrowsAsync<SettingFault>(
            () => PrintRoom.ConfiguredAsync([.. settings.Select(pair => (pair.Key, pair.Value))]));

        Assert.Contains("Printers", refused.Message, StringComparison.Ordinal);
    }
}
