namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>Whatever goes wrong with a printer, in whatever order: the real dispatcher, a real socket, a database that outlives restarts.</summary>
public sealed class TroubledPrinterTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task RandomTroubles_NoLabelIsLost_NoneIsDoubledWithoutAPerson_OrderIsKept(int seed)
    {
        await using var day = await PrinterDay.OpenAsync(seed);

        await day.LiveAsync();
        await day.SettleAsync();

        day.AssertKept();
    }
}
