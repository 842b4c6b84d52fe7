using System.Net;
using System.Net.Sockets;
using System.Text;
using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Labels.Tests.Printing;

public sealed class TcpPrinterTests : IDisposable
{
    private static readonly RenderedLabel Label = new("^XA^FO0,0^FS^XZ"u8.ToArray(), "house-thing", "0123456789ab", "");

    /// <summary>More than the socket buffers of both sides hold.</summary>
    private static readonly RenderedLabel HugeLabel = Label with { Bytes = new byte[64 * 1024 * 1024] };

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TcpPrinterTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Print_PrinterTakesAllAndCloses_IsPrinted()
    {
        var printing = Printer().PrintAsync(Label, "job-1", CancellationToken.None);
        var received = new MemoryStream();
        using (var peer = await _listener.AcceptTcpClientAsync())
        {
            await peer.GetStream().CopyToAsync(received);
        }

        Assert.IsType<PrintOutcome.Printed>(await printing);
        Assert.Equal([.. PrinterStatus.Question.Span, .. Label.Bytes], received.ToArray());
    }

    [Fact]
    public async Task Print_PrinterKeepsTheConnectionOpen_IsPrinted()
    {
        var printing = Printer().PrintAsync(Label, "job-1", CancellationToken.None);
        using var peer = await _listener.AcceptTcpClientAsync();

        Assert.IsType<PrintOutcome.Printed>(await printing);
    }

    [Fact]
    public async Task Print_PrinterSwitchedOff_IsUnreachable()
    {
        var printer = Printer();
        _listener.Stop();

        Assert.IsType<PrintOutcome.Unreachable>(await printer.PrintAsync(Label, "job-1", CancellationToken.None));
    }

    [Fact]
    public async Task Print_ConnectionResetInMidJob_IsUnknown()
    {
        var printing = Printer().PrintAsync(HugeLabel, "job-1", CancellationToken.None);
        using (var peer = await _listener.AcceptSocketAsync())
        {
            await peer.ReceiveAsync(new byte[PrinterStatus.Question.Length]);
            await peer.ReceiveAsync(new byte[1024]);
            peer.LingerState = new LingerOption(true, 0);
        }

        Assert.IsType<PrintOutcome.Unknown>(await printing);
    }

    [Fact]
    public async Task Print_ConnectionResetAfterTheLastByte_IsUnknown()
    {
        var printing = Printer().PrintAsync(Label, "job-1", CancellationToken.None);
        using (var peer = await _listener.AcceptSocketAsync())
        {
            await peer.ReceiveAsync(new byte[PrinterStatus.Question.Length]);
            await peer.ReceiveAsync(new byte[4]);
            peer.LingerState = new LingerOption(true, 0);
        }

        Assert.IsType<PrintOutcome.Unknown>(await printing);
    }

    [Fact]
    public async Task Print_PrinterStallsInMidJob_IsUnknown()
    {
        var printing = Printer(sendTimeout: TimeSpan.FromMilliseconds(300)).PrintAsync(HugeLabel, "job-1", CancellationToken.None);
        using var peer = await _listener.AcceptSocketAsync();

        Assert.IsType<PrintOutcome.Unknown>(await printing);
    }

    [Fact]
    public async Task Print_CancelledInMidJob_IsUnknown()
    {
        using var cancel = new CancellationTokenSource();
        var printing = Printer().PrintAsync(HugeLabel, "job-1", cancel.Token);
        using var peer = await _listener.AcceptSocketAsync();
        await peer.ReceiveAsync(new byte[PrinterStatus.Question.Length]);
        await peer.ReceiveAsync(new byte[1024]);

        await cancel.CancelAsync();

        Assert.IsType<PrintOutcome.Unknown>(await printing);
    }

    [Fact]
    public async Task Print_UnknownHost_IsUnreachable()
    {
        var printer = new TcpPrinter("printer.invalid", 9100, TcpTimes.Usual, answers: false);

        Assert.IsType<PrintOutcome.Unreachable>(await printer.PrintAsync(Label, "job-1", CancellationToken.None));
    }

    [Fact]
    public async Task Print_ConnectionResetOverTheQuestion_IsUnreachable()
    {
        var printing = Printer().PrintAsync(Label, "job-1", CancellationToken.None);
        using (var peer = await _listener.AcceptSocketAsync())
        {
            await peer.ReceiveAsync(new byte[4]);
            peer.LingerState = new LingerOption(true, 0);
        }

        Assert.IsType<PrintOutcome.Unreachable>(await printing);
    }

    [Fact]
    public async Task Print_PrinterReportsAnOpenHead_SendsNothingOfTheLabel()
    {
        var printing = Printer().PrintAsync(Label, "job-1", CancellationToken.None);
        var received = new MemoryStream();
        using (var peer = await _listener.AcceptTcpClientAsync())
        {
            await peer.GetStream().WriteAsync(Encoding.ASCII.GetBytes("\x02\r\n PRINTER STATUS\r\n ERRORS: 1 00000000 00000004\r\n\x03\r\n"));
            await peer.GetStream().CopyToAsync(received);
        }

        var away = Assert.IsType<PrintOutcome.Unreachable>(await printing);
        Assert.Equal((PrintTrouble.HeadOpen, true), (away.Trouble, away.Answered));
        Assert.Equal(PrinterStatus.Question.ToArray(), received.ToArray());
    }

    [Fact]
    public async Task Print_PrinterThatUsedToAnswerSaysNothing_SendsNothingOfTheLabel()
    {
        var printing = Printer(answers: true).PrintAsync(Label, "job-1", CancellationToken.None);
        using var peer = await _listener.AcceptTcpClientAsync();

        Assert.Equal(PrintTrouble.Silent, Assert.IsType<PrintOutcome.Unreachable>(await printing).Trouble);
    }

    private TcpPrinter Printer(TimeSpan? sendTimeout = null, bool answers = false) => new(
        "127.0.0.1",
        ((IPEndPoint)_listener.LocalEndpoint).Port,
        TcpTimes.Usual with { Send = sendTimeout ?? TimeSpan.FromSeconds(30), Answer = TimeSpan.FromMilliseconds(300) },
        answers);
}
