using System.Globalization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Audit;

/// <summary>The trail as a table: one row for each line, newest first, in the language of the request.</summary>
internal static class TrailCsv
{
    private static readonly TimeSpan Moscow = MoscowTime.Offset;

    public static string Header => Csv.Row(
    [
        Language.T("Место", "Position"), Language.T("Время (МСК)", "Time (MSK)"), Language.T("Время (UTC)", "Time (UTC)"),
        Language.T("Время устройства (UTC)", "Device time (UTC)"), Language.T("Код сотрудника", "Staff number"), Language.T("Сотрудник", "Person"),
        Language.T("Рабочее место", "Station"), Language.T("Что", "What"), Language.T("Шаг", "Step"), Language.T("Поток", "Stream"),
        Language.T("Версия", "Version"), Language.T("Содержание", "Content"), Language.T("Подписи", "Signatures"),
        Language.T("Коды для проверки", "Scans to review"), Language.T("Исправления", "Corrections"), "SHA-256",
    ]);

    public static string Row(TrailLine line) => Csv.Row(
    [
        Number(line.Place), line.At.ToOffset(Moscow).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture), Instants.ToText(line.At),
        line.Entry is { } device ? Instants.ToText(device.OccurredAt) : "", line.Actor, line.ActorName,
        line.Station, line.What, line.Step ?? "", line.Entry?.Stream ?? "",
        line.Entry is { } entry ? Number(entry.Version) : "", string.Join(" | ", line.Facts.Select(fact => $"{fact.Name}: {fact.Value}")),
        string.Join(" | ", line.Signatures.Select(Signed)),
        string.Join(" | ", line.Scans.Select(scan =>
            $"{scan.Identifier}: {Language.T(scan.Entry.Name())}{(scan.TypedBecause is { } why ? $", {Language.T(why.Name())}" : "")}")),
        string.Join(" | ", line.Corrections.Select(CorrectionText.Of).Concat(line.SignedBefore.Count == 0 ? [] : [CorrectionText.SignedBefore(line.SignedBefore)])),
        line.Entry?.Hash.ToString() ?? "",
    ]);

    private static string Signed(Signature signature) =>
        $"{Language.T(MeaningNames.Of(signature.Meaning))}: {signature.FullName} ({signature.By}), {Language.T(signature.Role.Name())}, "
        + $"{Instants.ToText(signature.At)}, {signature.Method}, SHA-256 {signature.ContentHash}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
