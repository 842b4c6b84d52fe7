using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>
/// Office and label printers that take PDF, through the commands of CUPS (<c>lp</c>, <c>lpstat</c>, <c>cancel</c>). CUPS is asked until the
/// job has left its queue; one that has not is cancelled there, so that it does not come out after somebody has printed it again.
/// </summary>
/// <param name="programs">Folder of the commands; null for the PATH.</param>
public sealed partial class CupsPrinter(CupsQueue queue, CupsTimes times, string? programs = null) : ILabelPrinter
{
    private const string NoCups =
        "На сервере нет команд CUPS (lp, lpstat). Установите пакет cups-client или укажите принтер с ZPL (Kind=Tcp). / "
        + "This server has no CUPS commands (lp, lpstat). Install the package cups-client, or set up a printer that takes ZPL (Kind=Tcp).";

    public async Task<PrintOutcome> PrintAsync(RenderedLabel label, string jobName, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(label);
        var (pdf, fault) = Draw(label);
        return pdf is null ? Away(fault) : await NotReadyAsync(ct) ?? await HandOverAsync(pdf, jobName, ct);
    }

    private static (LabelPdf? Pdf, string Fault) Draw(RenderedLabel label)
    {
        try
        {
            return (label.DrawPdf(), "");
        }
        catch (Exception e) when (e is LabelContentException or ArgumentException or InvalidOperationException)
        {
            return (null, $"the label cannot be drawn as PDF: {e.Message}");
        }
    }

    /// <returns>Null when CUPS would print now.</returns>
    private async Task<PrintOutcome?> NotReadyAsync(CancellationToken ct)
    {
        var standing = await RunAsync("lpstat", ["-p", queue.Name], default, ct);
        return standing switch
        {
            null => Away(NoCups),
            { Succeeded: false } => Away(standing.Errors),
            { Output: var says } when says.Contains(" disabled ", StringComparison.Ordinal) => Away(OneLine(says), PrintTrouble.Paused),
            _ => null,
        };
    }

    /// <summary>From here on CUPS may have the label, so that even the caller's own cancellation leaves the outcome unknown.</summary>
    private async Task<PrintOutcome> HandOverAsync(LabelPdf pdf, string jobName, CancellationToken ct)
    {
        try
        {
            string[] arguments = ["-d", queue.Name, "-n", "1", "-t", jobName, "-o", $"media={queue.Media ?? OwnSize(pdf)}", "-o", "print-scaling=none"];
            return await RunAsync("lp", arguments, pdf.Bytes, ct) switch
            {
                null => Away(NoCups),
                { Exit: null } late => Doubt(late.Errors),
                { Succeeded: false } refused => Away(refused.Errors),
                { Output: var says } when JobNumber().Match(says) is { Success: true } job => await FollowAsync(job.Groups[1].Value, ct),
                _ => Doubt("lp took the label and named no job."),
            };
        }
        catch (OperationCanceledException)
        {
            return Doubt("the service was stopped while CUPS had the label.", PrintTrouble.Interrupted);
        }
    }

    private async Task<PrintOutcome> FollowAsync(string job, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(times.Print);
        var last = "";
        try
        {
            while (true)
            {
                var waiting = await RunAsync("lpstat", ["-l", "-W", "not-completed", "-o", queue.Name], default, limit.Token);
                if (waiting is not { Succeeded: true })
                {
                    return Doubt($"job {job}: {waiting?.Errors}");
                }

                last = Entry(waiting.Output, job);
                if (last.Length == 0)
                {
                    return await EndAsync(job, limit.Token);
                }

                await Task.Delay(times.Look, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return await GiveUpAsync(job, last);
        }
    }

    /// <summary>A job that left the queue is printed, unless CUPS says that it was ended.</summary>
    private async Task<PrintOutcome> EndAsync(string job, CancellationToken ct)
    {
        var done = await RunAsync("lpstat", ["-l", "-W", "completed", "-o", queue.Name], default, ct);
        var says = Entry(done?.Output ?? "", job);
        return says.Contains("abort", StringComparison.OrdinalIgnoreCase) || says.Contains("cancel", StringComparison.OrdinalIgnoreCase)
            ? Doubt($"CUPS ended job {job}: {says}")
            : new PrintOutcome.Printed();
    }

    private async Task<PrintOutcome> GiveUpAsync(string job, string says)
    {
        var cancelled = await RunAsync("cancel", [job], default, CancellationToken.None);
        var end = cancelled is { Succeeded: true } ? "it was cancelled" : $"it could not be cancelled: do so with 'cancel {job}' before printing again";
        return Doubt($"CUPS has not finished job {job} in time; {end}. {says}");
    }

    /// <returns>What CUPS says of the job, in one line; empty when it is not among them.</returns>
    private static string Entry(string listing, string job)
    {
        var lines = listing.Split('\n').SkipWhile(line => !line.StartsWith(job + " ", StringComparison.Ordinal)).ToList();
        return OneLine(string.Join('\n', lines.Take(1).Concat(lines.Skip(1).TakeWhile(line => line.StartsWith('\t')))));
    }

    private static string OneLine(string says) => string.Join(' ', says.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string OwnSize(LabelPdf pdf) => string.Create(CultureInfo.InvariantCulture, $"Custom.{pdf.Width:0.##}x{pdf.Height:0.##}mm");

    private Task<OutsideProgram?> RunAsync(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken ct) =>
        OutsideProgram.RunAsync(programs, program, arguments, input, times.Command, ct);

    private PrintOutcome.Unreachable Away(string why, PrintTrouble trouble = PrintTrouble.Fault) => new($"{queue.Name}: {why}") { Trouble = trouble };

    private PrintOutcome.Unknown Doubt(string why, PrintTrouble trouble = PrintTrouble.NoEnd) => new($"{queue.Name}: {why}") { Trouble = trouble };

    [GeneratedRegex(@"request id is (\S+-\d+) ")]
    private static partial Regex JobNumber();
}
