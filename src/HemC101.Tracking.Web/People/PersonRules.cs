using System.Collections.Frozen;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>What may stand in an account, and ASP.NET Core Identity's own refusals in the words of the house.</summary>
internal static class PersonRules
{
    public const int ShortestPassword = 12;

    /// <summary>A longer secret is refused at sign-in, so it cannot be set either.</summary>
    public const int LongestPassword = 128;

    public const int LongestPasskeyName = 60;

    public const int MostPasskeys = 10;

    /// <summary>Of <see cref="NameTaken"/>.</summary>
    public const string NameTakenCode = "NameTaken";

    private const int LongestUserName = 64;

    public static Text SameAsBefore { get; } = new(
        "Новый PIN-код или пароль совпадает с прежним. Выберите другой.", "The new PIN or password is the one before. Choose another.");

    public static Text Stale { get; } = new(
        "Учётную запись только что изменил кто-то другой. Откройте её заново и повторите.",
        "Somebody else has just changed this account. Open it again and repeat.");

    /// <summary>
    /// One person has one account: who made or tested something must not verify or release it under another number, and who administers must
    /// not work under one.
    /// </summary>
    public static Text NameTaken { get; } = new(
        "Учётная запись с таким именем уже есть. У одного человека одна запись, и у администратора тоже: смените роли той записи или откройте её снова. Тёзке добавьте к имени отличие.",
        "There is an account of this name already. One person has one account, an administrator too: change that account's roles, or open it again. Add a mark to a namesake's name.");

    public static IEnumerable<Text> RefusalsOf(string fullName, string userName, string language)
    {
        if (userName.Length > LongestUserName)
        {
            yield return new($"Имя пользователя не длиннее {LongestUserName} знаков.", $"A user name has at most {LongestUserName} characters.");
        }

        if (string.IsNullOrWhiteSpace(fullName) || fullName.Any(char.IsControl))
        {
            yield return new("Укажите фамилию, имя и отчество в одну строку.", "Give the full name in one line.");
        }

        if (!Language.IsKnown(language))
        {
            yield return new("Язык – русский (ru) или английский (en).", "The language is Russian (ru) or English (en).");
        }
    }

    public static IEnumerable<Text> RefusalsOf(IReadOnlySet<Role> roles)
    {
        if (roles.Count == 0)
        {
            yield return new("Назначьте хотя бы одну роль.", "Assign at least one role.");
        }

        if (Duties.Refusal(roles) is { } refusal)
        {
            yield return refusal;
        }
    }

    public static IEnumerable<Text> RefusalsOf(IReadOnlyDictionary<Role, Training> training) =>
        from of in training
        where of.Value.Until < of.Value.From
        select new Text(
            $"Обучение по роли «{of.Key.Name().Ru}» кончается раньше, чем начинается. Исправьте даты.",
            $"The training for \"{of.Key.Name().En}\" ends before it begins. Correct the dates.");

    public static IEnumerable<Text> RefusalsOfPassword(string password)
    {
        if (password.Length > LongestPassword)
        {
            yield return new($"Пароль не длиннее {LongestPassword} знаков.", $"A password has at most {LongestPassword} characters.");
        }
    }

    /// <param name="name">Of the new one.</param>
    /// <param name="already">How many the person has.</param>
    public static IEnumerable<Text> RefusalsOfPasskey(string name, int already)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestPasskeyName || name.Any(char.IsControl))
        {
            yield return new(
                $"Назовите ключ в одну строку, не длиннее {LongestPasskeyName} знаков, чтобы потом узнать его: например, «рабочий ноутбук».",
                $"Name the passkey in one line of at most {LongestPasskeyName} characters so that you know it later: \"work laptop\", for instance.");
        }

        if (already >= MostPasskeys)
        {
            yield return new(
                $"Ключей уже {MostPasskeys}, больше нельзя. Удалите тот, которым не пользуетесь.",
                $"There are {MostPasskeys} passkeys already, and more are not possible. Remove one that you do not use.");
        }
    }

    public static IEnumerable<Text> RefusalsOf(IdentityResult result) => result.Errors.Select(TextOf);

    public static FrozenSet<Role> Copy(IEnumerable<Role> roles) => roles.ToFrozenSet();

    private static Text TextOf(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) =>
            new("Такое имя пользователя уже есть. Выберите другое.", "This user name is taken. Choose another."),
        nameof(IdentityErrorDescriber.InvalidUserName) => new(
            "Имя пользователя состоит из латинских букв, цифр и знаков . - _ без пробелов.",
            "A user name consists of Latin letters, digits and the signs . - _ without spaces."),
        nameof(IdentityErrorDescriber.PasswordTooShort) =>
            new($"Пароль не короче {ShortestPassword} знаков.", $"A password has at least {ShortestPassword} characters."),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) =>
            new("В пароле слишком мало разных знаков.", "The password has too few different characters."),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => new(
            "Учётную запись только что изменил кто-то другой. Откройте её заново и повторите.",
            "Somebody else has just changed this account. Open it again and repeat."),
        PasskeyErrors.TakenCode => new(
            "Этот ключ уже записан. Удалите прежнюю запись или возьмите другое устройство.",
            "This passkey is registered already. Remove that entry, or take another device."),
        PasskeyErrors.GoneCode => new(
            "Такого ключа у этой учётной записи уже нет. Откройте страницу заново.",
            "This account has no such passkey any more. Open the page again."),
        NameTakenCode => NameTaken,
        FirstStart.LinkGoneCode => FirstStart.LinkGone,
        _ => new($"Учётная запись не принята: {error.Description}", $"The account was refused: {error.Description}"),
    };
}
