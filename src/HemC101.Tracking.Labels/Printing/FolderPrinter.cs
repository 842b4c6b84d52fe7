using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>Puts each label as <c>&lt;jobName&gt;.zpl</c> into a folder. A job that lies there already is not written twice.</summary>
public sealed class FolderPrinter(string directory) : ILabelPrinter
{
    public async Task<PrintOutcome> PrintAsync(RenderedLabel label, string jobName, CancellationToken ct)
    {
        RequirePlainName(jobName);
        var target = Path.Combine(directory, jobName + ".zpl");
        var half = Path.Combine(directory, $".{jobName}.{Guid.NewGuid():N}.part");
        try
        {
            Directory.CreateDirectory(directory);
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(label.Bytes, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(half, target, overwrite: false);
            return new PrintOutcome.Printed();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PrintOutcome.Unreachable(e.Message);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static void RequirePlainName(string jobName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobName);
        if (!jobName.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"A job name has only Latin letters, digits, '-' and '_', not \"{jobName}\".", nameof(jobName));
        }
    }
}
