using HemC101.Tracking.Web.Tests.Printing;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A label printer on a loopback port: takes ZPL and tells what the symbols say.</summary>
internal sealed class LabelListener : IAsyncDisposable
{
    private static readonly TimeSpan PrintsWithin = TimeSpan.FromSeconds(90);

    private readonly PrinterEmulator _printer = PrinterEmulator.On();

    /// <summary>What makes it the one printer of a site.</summary>
    public IReadOnlyList<string> Arguments => ["--Printers:0:Name=test", "--Printers:0:Kind=Tcp", $"--Printers:0:Address={_printer.Address}"];

    /// <summary>Data of every Data Matrix printed so far, in the order of arrival.</summary>
    public IReadOnlyList<string> Symbols => [.. _printer.Labels.SelectMany(ZplSymbols.In)];

    /// <returns>The first symbol of this kind, as soon as it is printed.</returns>
    /// <exception cref="TimeoutException">No such label came.</exception>
    public async Task<string> FirstAsync(Func<string, bool> fits)
    {
        var until = TimeProvider.System.GetUtcNow() + PrintsWithin;
        while (TimeProvider.System.GetUtcNow() < until)
        {
            if (Symbols.FirstOrDefault(fits) is { } symbol)
            {
                return symbol;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"The label did not come. What was printed: {string.Join(" | ", Symbols)}");
    }

    public ValueTask DisposeAsync() => _printer.DisposeAsync();
}
