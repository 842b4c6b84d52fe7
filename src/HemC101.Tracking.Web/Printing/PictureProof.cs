using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Raster;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Web.Infrastructure;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Printing;

/// <summary>
/// Reads every finished label from its picture before it is sent, where there is something to read with: the programs that the settings name,
/// else the reader of this build. Without either a label is checked by its own bytes alone.
/// </summary>
internal sealed class PictureProof(IOptions<LabelOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PictureCheck? _check = ReaderOf(options.Value) is { } reader ? new(reader) : null;

    /// <returns>Null when the label may be sent.</returns>
    public async Task<Text?> RefusalAsync(RenderedLabel label, LabelContent content, CancellationToken ct) =>
        _check is null ? null : await _check.RefusalAsync(label, content, ct);

    /// <exception cref="SettingFault">A program that the settings name is not there.</exception>
    public static void HasToExist(IConfiguration settings)
    {
        foreach (var name in new[] { nameof(LabelOptions.MatrixReader), nameof(LabelOptions.LinearReader) })
        {
            var path = $"{LabelOptions.Section}:{name}";
            if (settings[path] is { Length: > 0 } words && !IsThere(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? ""))
            {
                throw new SettingFault(new(
                    $"Программы из настройки {path} («{words}») на сервере нет. Установите её или уберите настройку.",
                    $"The program of the setting {path} (“{words}”) is not on the server. Install it or remove the setting."));
            }
        }
    }

    private static ISymbolReader? ReaderOf(LabelOptions options) =>
        options.MatrixReader is { Length: > 0 } || options.LinearReader is { Length: > 0 } ? new ProgramReader(NullIfEmpty(options.MatrixReader), NullIfEmpty(options.LinearReader), Patience)
        : BarcodeEngines.CreateReader() is { } own ? new EngineReader(own)
        : null;

    private static string? NullIfEmpty(string? words) => string.IsNullOrWhiteSpace(words) ? null : words;

    private static bool IsThere(string program) =>
        File.Exists(program) || (!program.Contains('/', StringComparison.Ordinal) && (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program))));
}
