using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>
/// Who may stop the study and let it go on. While it is stopped nobody is enrolled and no step is taken that leads nearer to a vein; what has
/// begun in the laboratory goes on, as under every hold.
/// </summary>
public static class StudyHoldRules
{
    public static readonly ReferenceField Document = new("document", new("Номер документа", "Number of the document"));

    public static readonly ChoiceField Reason = new("reason", new("Причина", "Reason"),
    [
        new("safety", new("Сигнал безопасности", "Safety signal")),
        new("board", new("Решение комитета по мониторингу данных", "Decision of the data monitoring board")),
        new("authority", new("Требование регулятора или этического комитета", "Demand of the authority or ethics committee")),
        new("product", new("Сомнение в качестве продукта", "Doubt about the quality of the product")),
        new("sponsor", new("Решение спонсора", "Decision of the sponsor")),
    ]);

    public static readonly ChoiceField Assessment = new("assessment", new("Решение", "Decision"),
    [
        new("cause-removed", new("Причина устранена", "The cause was removed")),
        new("no-risk", new("Риск для участников не подтверждён", "No risk to participants was confirmed")),
        new("changed", new("Продолжить по изменённому протоколу", "Go on under a changed protocol")),
    ]);

    /// <summary>One is enough to stop.</summary>
    public static IReadOnlyList<SignatureDemand> Placing { get; } = [new(Meaning.Approved, Role.QualityAssurance, Role.QualifiedPerson, Role.Investigator)];

    /// <summary>To go on it takes the physician and quality.</summary>
    public static IReadOnlyList<SignatureDemand> Releasing { get; } =
        [new(Meaning.Approved, Role.Investigator), new(Meaning.Approved, Role.QualityAssurance, Role.QualifiedPerson)];

    private static readonly Refusal Gone = new("study-hold-gone", new(
        "Такого запрета нет, или он уже снят. Обновите страницу.", "There is no such hold, or it was released already. Refresh the page."));

    private static readonly Refusal Own = new("own-study-hold", new(
        "Запрет снимают не те, кто его наложил. Пусть подпишут другие исследователь и ОК или УЛ.",
        "A hold is released by others than those who placed it. Let another investigator and QA or QP sign."));

    public static IReadOnlyList<Refusal> ReleaseRefusals(StudyHold? hold, IReadOnlyList<Signer> signers) =>
        hold is not { Release: null } ? [Gone]
        : hold.Signatures.Any(placed => signers.Any(signer => placed.By == signer.Person.Number || Duties.AreOne(placed.FullName, signer.Person.FullName))) ? [Own]
        : [];

    /// <summary>In the way of everything that leads nearer to a vein, and of enrolment.</summary>
    public static Refusal Refusal(StudyHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        var (ru, en) = Reason.NameOf(hold.Reason);
        return new("study-held", new(
            $"Исследование приостановлено (запрет № {hold.Number}: {ru}). Шаг невозможен, пока исследователь и ОК или УЛ не снимут запрет. Размороженный пакет: вызовите врача, решение о нём за врачом.",
            $"The study is on hold (no. {hold.Number}: {en}). The step must wait until an investigator and QA or the QP release it. A thawed bag: call the physician, who decides about it."));
    }

    /// <summary>
    /// What is signed: SHA-256 over UTF-8 lines, each ended by LF: the words <c>HemC101.Tracking study hold 1</c>, <c>place</c> or
    /// <c>release</c>, the number of the hold, the code of the reason or the decision, the document.
    /// </summary>
    public static string ContentHash(bool places, int number, string code, string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"HemC101.Tracking study hold 1\n{(places ? "place" : "release")}\n{number.ToString(CultureInfo.InvariantCulture)}\n{code}\n{document}\n")));
}
