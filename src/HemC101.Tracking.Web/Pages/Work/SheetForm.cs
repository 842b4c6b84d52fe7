using System.Globalization;
using System.Security.Cryptography;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Pages.Shared;

namespace HemC101.Tracking.Web.Pages.Work;

/// <summary>What the form of a step from paper has beyond that of the step itself.</summary>
internal static class SheetForm
{
    public static Verdict Notice { get; } = new(
        VerdictTone.Info,
        new("С бумажного листа", "From a paper sheet"),
        new(
            "Вносит третий человек, в порядке времени. Каждый, кто подписал строку от руки, подтвердит её сам в списке «Мои задачи»; до этого выпуск и следующая доза ждут.",
            "A third person enters it, in the order of time. Everybody who signed a line by hand confirms it in the list “My work”; until then a release and the next dose wait."));

    /// <returns>Null for what is no entry from paper.</returns>
    public static Text? Button(Step step) =>
        step.Original is null ? null : new Text($"Внести: {step.Name.Ru}", $"Enter: {step.Name.En}");

    /// <param name="chain">Whose sheet it is.</param>
    /// <param name="sheet">Its number, where it is known before; null for the one that was entered from last.</param>
    /// <returns>The next line of the sheet; empty when nothing is known of it.</returns>
    public static IReadOnlyDictionary<string, string> Next(ChainState chain, string? sheet) =>
        chain.Past.FindLast(entry => entry.Act.Paper is { } line && (sheet is null || line.Sheet == sheet))?.Act.Paper is not { } line
            ? sheet is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [BackEntry.Sheet.Name] = sheet, [BackEntry.Line.Name] = "1" }
            : new Dictionary<string, string>
            {
                [BackEntry.Sheet.Name] = line.Sheet,
                [BackEntry.Line.Name] = (line.Number + 1).ToString(CultureInfo.InvariantCulture),
                [BackEntry.Picture.Name] = line.Picture,
            };

    /// <returns>The record with the SHA-256 of the file that was sent, in place of the one sent before.</returns>
    public static IReadOnlyDictionary<string, string> WithPicture(IReadOnlyDictionary<string, string> record, IFormFileCollection files)
    {
        if (files[$"{BackEntry.Picture.Name}_file"] is not { Length: > 0 } file)
        {
            return record;
        }

        using var content = file.OpenReadStream();
        return new Dictionary<string, string>(record) { [BackEntry.Picture.Name] = Convert.ToHexStringLower(SHA256.HashData(content)) };
    }
}
