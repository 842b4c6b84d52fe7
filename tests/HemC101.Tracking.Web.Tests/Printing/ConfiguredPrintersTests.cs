using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.Tests.Printing;

public sealed class ConfiguredPrintersTests
{
    [Fact]
    public async Task Put_NoneConfigured_PrintsIntoTheFolder()
    {
        await using var room = await PrintRoom.OpenAsync();

        var printer = Assert.Single(await Printers.ListAsync(room.Database, default));
        Assert.Equal(("folder", PrinterKind.Folder, room.Printed, true), (printer.Name, printer.Kind, printer.Address, printer.IsDefault));
    }

    [Fact]
    public async Task Put_NoneConfiguredButOneIsDefault_LeavesIt()
    {
        await using var room = await PrintRoom.OpenAsync();
        await room.PutPrinterAsync("ward", PrinterKind.Tcp, "printer.example:9100");

        await room.Get<ConfiguredPrinters>().PutAsync(default);

        Assert.Equal("ward", (await Printers.FindDefaultAsync(room.Database, default))!.Name);
    }

    [Fact]
    public async Task Put_Configured_AreEntered_AndTheFirstIsDefaultWhenNoneSaysSo()
    {
        await using var room = await PrintRoom.OpenAsync(
            ("Printers:0:Name", "lab"), ("Printers:0:Kind", "Tcp"), ("Printers:0:Address", "printer.example:9100"),
            ("Printers:1:Name", "ward"), ("Printers:1:Kind", "Folder"), ("Printers:1:Address", "labels-out"));

        Assert.Equal(["lab", "ward"], (await Printers.ListAsync(room.Database, default)).Select(printer => printer.Name));
        Assert.Equal("lab", (await Printers.FindDefaultAsync(room.Database, default))!.Name);
    }

    [Theory]
    [InlineData("Printers:0:Name", "")]
    [InlineData("Printers:0:Address", "")]
    [InlineData("Printers:0:Address", "printer.example")]
    [InlineData("Printers:0:Address", "printer.example:0")]
    [InlineData("Printers:0:Address", "printer.example:99999")]
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
            [key] = value,
        };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => PrintRoom.OpenAsync([.. settings.Select(pair => (pair.Key, pair.Value))]));

        Assert.Contains("Printers", refused.Message, StringComparison.Ordinal);
    }
}
