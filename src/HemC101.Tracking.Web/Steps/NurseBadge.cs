using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Whose badge may open a round at the bed: a ward nurse's, with an open account and the badge that is valid now.</summary>
internal static class NurseBadge
{
    public static Text NoBadge { get; } = new(
        "Это не бейдж. Отсканируйте свой бейдж, чтобы начать сверку.", "This is no badge. Scan your badge to begin the round.");

    private static readonly Text Unknown = new(
        "Такого сотрудника в системе нет. Сверка не начата. Отсканируйте свой бейдж; если это он, обратитесь к администратору.",
        "There is no such person in the system. No round was opened. Scan your own badge; if this is it, ask the administrator.");

    private static readonly Text Closed = new(
        "Учётная запись владельца этого бейджа закрыта. Сверка не начата. Позовите другую медсестру отделения или администратора.",
        "The account of this badge's owner is closed. No round was opened. Call another ward nurse, or the administrator.");

    private static readonly Text Superseded = new(
        "Этот бейдж заменён новым. Сверка не начата. Отсканируйте новый бейдж; старый сдайте на уничтожение.",
        "This badge was replaced by a new one. No round was opened. Scan the new badge; hand the old one in for destruction.");

    private static readonly Text NoNurse = new(
        "Сверку у постели делает медсестра отделения, у владельца этого бейджа такой роли нет. Сверка не начата. Позовите медсестру отделения.",
        "A ward nurse does the round at the bed, and this badge's owner is none. No round was opened. Call a ward nurse.");

    private static readonly Text Suspended = new(
        "Обучение владельца этого бейджа сейчас не действует, роль медсестры отделения приостановлена. Сверка не начата. Позовите другую медсестру; срок обучения продлевает администратор.",
        "The training of this badge's owner is not valid now, the role of ward nurse is suspended. No round was opened. Call another ward nurse; the administrator extends the training.");

    /// <returns>Why this badge opens no round; null when it does.</returns>
    public static async Task<Text?> RefusalAsync(Source source, StaffCode badge, DateTimeOffset now, CancellationToken ct) =>
        await PersonAccounts.FindAsync(source, badge.Staff, ct) switch
        {
            null => Unknown,
            { Active: false } => Closed,
            { BadgeSerial: var valid } when valid != badge.BadgeSerial => Superseded,
            { Roles: var roles } when !roles.Contains(Role.WardNurse) => NoNurse,
            var account when !account.Person.MayActAs(Role.WardNurse, now) => Suspended,
            _ => null,
        };
}
