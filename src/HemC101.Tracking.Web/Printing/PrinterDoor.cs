using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Storage.Printing;

namespace HemC101.Tracking.Web.Printing;

/// <summary>From a printer's address to the printer.</summary>
internal static class PrinterDoor
{
    /// <param name="printer">As it is set up.</param>
    /// <param name="times">How long to wait on the network.</param>
    /// <param name="door">Null when the address is not of the printer's kind.</param>
    /// <param name="wrong">What is wrong with the address.</param>
    public static bool TryOpen(
        PrinterRow printer, TcpTimes times, [NotNullWhen(true)] out ILabelPrinter? door, [NotNullWhen(false)] out string? wrong)
    {
        door = printer.Kind switch
        {
            PrinterKind.Tcp => Tcp(printer, times),
            PrinterKind.Folder => new FolderPrinter(printer.Address),
            PrinterKind.Cups => CupsQueue.TryParse(printer.Address, out var queue) ? new CupsPrinter(queue, CupsTimes.Usual) : null,
        };
        var form = printer.Kind == PrinterKind.Cups ? "queue or queue?media=name, as CUPS names them" : "host:port";
        wrong = door is null ? $"The address \"{printer.Address}\" of printer {printer.Name} is not of the form {form}." : null;
        return door is not null;
    }

    private static TcpPrinter? Tcp(PrinterRow printer, TcpTimes times)
    {
        var address = printer.Address;
        var colon = address.LastIndexOf(':');
        return colon > 0
            && ushort.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port > 0
            ? new TcpPrinter(address[..colon], port, times, printer.Answers)
            : null;
    }
}
