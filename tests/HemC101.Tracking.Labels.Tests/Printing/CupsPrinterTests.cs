using System.Text;
using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Tests.Templates;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Printing;

public sealed class CupsPrinterTests : IDisposable
{
    private static readonly CupsTimes Times = new(Command: TimeSpan.FromSeconds(20), Print: TimeSpan.FromSeconds(20), Look: TimeSpan.FromMilliseconds(10));

    private static readonly CupsTimes Impatient = Times with { Command = TimeSpan.FromSeconds(3), Print = TimeSpan.FromSeconds(1) };

    private readonly FakeCups _cups = new();

    private readonly RenderedLabel _label = LabelSamples.Renderer.Render(LabelSamples.Of(LabelKind.InProcessContainer));

    public void Dispose() => _cups.Dispose();

    [Fact]
    public async Task Print_QueueThatPrints_GetsThePdfWithItsSizeUnscaled()
    {
        Assert.IsType<PrintOutcome.Printed>(await PrintAsync("ward"));

        Assert.Equal(
            ["-d", "ward", "-n", "1", "-t", "000001-P-000123-1", "-o", "media=Custom.100x50mm", "-o", "print-scaling=none"], _cups.Arguments);
        Assert.Equal(LabelSamples.Renderer.Pdf(LabelSamples.Of(LabelKind.InProcessContainer)).Bytes, _cups.Got("document"));
        Assert.Equal("C\n", Encoding.UTF8.GetString(_cups.Got("language")!));
        Assert.Null(_cups.Got("cancelled"));
    }

    [Fact]
    public async Task Print_QueueWithMedia_NamesThem()
    {
        Assert.IsType<PrintOutcome.Printed>(await PrintAsync("ward?media=om_label_100x50mm"));

        Assert.Contains("media=om_label_100x50mm", _cups.Arguments);
    }

    [Fact]
    public async Task Print_JobThatTakesAWhile_IsWaitedFor()
    {
        Assert.IsType<PrintOutcome.Printed>(await PrintAsync("slow"));

        Assert.Equal("4\n", Encoding.UTF8.GetString(_cups.Got("looks")!));
    }

    [Theory]
    [InlineData("gone", "Invalid destination")]
    [InlineData("off", "out of labels")]
    [InlineData("refuses", "not accepting jobs")]
    public async Task Print_QueueThatTakesNothing_IsUnreachableAndSaysWhy(string queue, string why)
    {
        Assert.Contains(why, Assert.IsType<PrintOutcome.Unreachable>(await PrintAsync(queue)).Why, StringComparison.Ordinal);

        Assert.Null(_cups.Got("document"));
    }

    [Theory]
    [InlineData("silent", "named no job")]
    [InlineData("ended", "aborted-by-system")]
    [InlineData("lost", "Unable to connect")]
    public async Task Print_EndThatIsNotKnown_IsForAPersonToSee(string queue, string why) =>
        Assert.Contains(why, Assert.IsType<PrintOutcome.Unknown>(await PrintAsync(queue)).Why, StringComparison.Ordinal);

    [Fact]
    public async Task Print_LpThatHangs_IsForAPersonToSee() =>
        Assert.Contains("longer than", Assert.IsType<PrintOutcome.Unknown>(await PrintAsync("hangs", Impatient)).Why, StringComparison.Ordinal);

    /// <summary>Otherwise it would come out beside the one that is printed again.</summary>
    [Fact]
    public async Task Print_JobThatStaysInTheQueue_IsCancelledThere()
    {
        var doubt = Assert.IsType<PrintOutcome.Unknown>(await PrintAsync("stuck", Impatient));

        Assert.Equal("stuck-17\n", Encoding.UTF8.GetString(_cups.Got("cancelled")!));
        Assert.Contains("was cancelled", doubt.Why, StringComparison.Ordinal);
        Assert.Contains("media empty", doubt.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_JobThatCannotBeCancelled_SaysWhatToDoFirst() => Assert.Contains(
        "cancel stubborn-17", Assert.IsType<PrintOutcome.Unknown>(await PrintAsync("stubborn", Impatient)).Why, StringComparison.Ordinal);

    [Fact]
    public async Task Print_ServiceStoppedWhileTheJobWaits_IsForAPersonToSee()
    {
        using var stop = new CancellationTokenSource();
        var printing = PrintAsync("stuck", Times, stop.Token);
        while (_cups.Got("document") is null)
        {
            await Task.Delay(10);
        }

        await stop.CancelAsync();

        Assert.IsType<PrintOutcome.Unknown>(await printing);
    }

    [Fact]
    public async Task Print_ServiceStoppedBefore_SendsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PrintAsync("ward", Times, new CancellationToken(canceled: true)));

        Assert.Null(_cups.Got("document"));
    }

    [Fact]
    public async Task Print_NoCupsOnTheServer_SaysWhatToInstall()
    {
        var empty = Directory.CreateTempSubdirectory("hemc101-no-cups-");
        try
        {
            Assert.True(CupsQueue.TryParse("ward", out var queue));
            var away = Assert.IsType<PrintOutcome.Unreachable>(await new CupsPrinter(queue, Times, empty.FullName).PrintAsync(_label, "1", default));

            Assert.Contains("Установите пакет cups-client", away.Why, StringComparison.Ordinal);
            Assert.Contains("Install the package cups-client", away.Why, StringComparison.Ordinal);
        }
        finally
        {
            empty.Delete();
        }
    }

    [Fact]
    public async Task Print_LabelThatIsNoTemplates_SendsNothing()
    {
        Assert.True(CupsQueue.TryParse("ward", out var queue));

        var outcome = await new CupsPrinter(queue, Times, _cups.Folder).PrintAsync(new(_label.Bytes, "x", "y", _label.Sha256), "1", default);

        Assert.Contains("PDF", Assert.IsType<PrintOutcome.Unreachable>(outcome).Why, StringComparison.Ordinal);
        Assert.Null(_cups.Got("arguments"));
    }

    [Theory]
    [InlineData("ward")]
    [InlineData("Ward_2.labels-b")]
    [InlineData("ward?media=Custom.100x50mm")]
    public void TryParse_Queue_IsTaken(string address) => Assert.True(CupsQueue.TryParse(address, out _));

    [Theory]
    [InlineData("")]
    [InlineData("-d")]
    [InlineData("ward labels")]
    [InlineData("ward/labels")]
    [InlineData("ward?media=")]
    [InlineData("ward?media=-o")]
    [InlineData("ward?media=A6?media=A5")]
    [InlineData("ward?size=A6")]
    [InlineData("ward;reboot")]
    [InlineData("ward\n")]
    public void TryParse_WhatACommandWouldMisread_IsRefused(string address) => Assert.False(CupsQueue.TryParse(address, out _));

    private Task<PrintOutcome> PrintAsync(string address, CupsTimes? times = null, CancellationToken ct = default)
    {
        Assert.True(CupsQueue.TryParse(address, out var queue));
        return new CupsPrinter(queue, times ?? Times, _cups.Folder).PrintAsync(_label, "000001-P-000123-1", ct);
    }
}
