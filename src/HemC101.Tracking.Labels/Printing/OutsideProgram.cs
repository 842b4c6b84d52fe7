using System.ComponentModel;
using System.Diagnostics;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>A program of the machine, run to its end.</summary>
/// <param name="Exit">Null when it was ended because it took too long.</param>
internal sealed record OutsideProgram(int? Exit, string Output, string Errors)
{
    public bool Succeeded => Exit == 0;

    /// <param name="folder">Where the programs are; null for the PATH.</param>
    /// <returns>Null when there is no such program.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the program was ended.</exception>
    public static async Task<OutsideProgram?> RunAsync(
        string? folder, string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, TimeSpan patience, CancellationToken ct)
    {
        using var process = Start(folder is null ? program : Path.Combine(folder, program), arguments);
        if (process is null)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await WriteAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, (await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return new(null, "", $"{program} took longer than {patience.TotalSeconds:0} s.");
        }
    }

    private static Process? Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };

        // Answers are read, so they must be in the language they are read in.
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>A command that does not want its input, having failed, says why by itself.</summary>
    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The other end was closed.
        }
    }
}
