using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Printing;

/// <summary>Puts each label as <c>&lt;jobName&gt;.zpl</c> into a folder. A job that lies there already with the same bytes counts as printed; with others it is refused.</summary>
public sealed class FolderPrinter(string directory) : ILabelPrinter
{
    public async Task<PrintOutcome> PrintAsync(RenderedLabel label, string jobName, CancellationToken ct)
    {
        RequirePlainName(jobName);
        var target = Path.Combine(directory, jobName + ".zpl");
        var half = Path.Combine(directory, $".{jobName}.{Guid.NewGuid():N}.part");
        try
        {
            if (File.Exists(target))
            {
                return await AlreadyThereAsync(target, label.Bytes, ct);
            }

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
            DeleteIfThere(half);
        }
    }

    private static async Task<PrintOutcome> AlreadyThereAsync(string target, byte[] bytes, CancellationToken ct) =>
        (await File.ReadAllBytesAsync(target, ct)).AsSpan().SequenceEqual(bytes)
            ? new PrintOutcome.Printed()
            : new PrintOutcome.Unreachable($"{target} already holds another label.");

    private static void DeleteIfThere(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
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
