using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>Why settings change, and why they do not.</summary>
public static class IssueReasons
{
    public static IReadOnlyList<Choice> All { get; } =
    [
        new("protocol", new("Поправка к протоколу", "Protocol amendment")),
        new("safety", new("Решение по безопасности", "Safety decision")),
        new("authority", new("Требование регулятора или этического комитета", "Demand of the authority or ethics committee")),
        new("manufacture", new("Изменение процесса или спецификации", "Change of process or specification")),
        new("site", new("Порядок работы центра", "Procedure of the site")),
        new("error", new("Исправление ошибки в настройках", "Correction of an error in the settings")),
    ];

    public static readonly Refusal NameForm = new("settings-name", new(
        "Дайте версии имя: до 20 латинских букв, цифр, точек и дефисов.", "Give the version a name: up to 20 Latin letters, digits, points and hyphens."));

    public static readonly Refusal NameTaken = new("settings-name-taken", new(
        "Версия с таким именем уже была. Дайте другое имя.", "There was a version of this name. Give another."));

    public static readonly Refusal NothingNew = new("settings-same", new(
        "Ни одно значение не изменено: выпускать нечего.", "No value is changed: there is nothing to issue."));

    public static readonly Refusal Past = new("settings-past", new(
        "Начало действия уже прошло. Оставьте поле пустым, чтобы версия действовала сразу, или укажите будущее время.",
        "The version would begin in the past. Leave the field empty to let it begin at once, or give a later time."));

    public static readonly Refusal TooFar = new("settings-far", new(
        "Начало действия дальше чем через год. Выпустите версию ближе к делу.", "The version would begin more than a year ahead. Issue it nearer to that time."));

    public static readonly Refusal NotUrgent = new("settings-not-urgent", new(
        "Срочной бывает только версия, меняющая значение, от которого зависит безопасность. Снимите отметку «срочно».",
        "Only a version that changes a value which bears on safety is urgent. Take the mark “urgent” off."));

    /// <summary>A code that only another version of the program knows is its own name.</summary>
    public static Text Of(string code) => IssueRules.Reason.NameOf(code);

    /// <param name="version">Which was issued meanwhile.</param>
    public static Refusal SomebodyWasFirst(string version) => new("settings-stale", new(
        $"Пока вы готовили изменение, выпущена версия «{version}». Ничего не выпущено. Посмотрите её и внесите изменение заново.",
        $"While you prepared the change, version “{version}” was issued. Nothing was issued. Look at it and propose the change anew."));
}
