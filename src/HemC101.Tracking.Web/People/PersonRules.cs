using System.Collections.Frozen;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>What may stand in an account, and ASP.NET Core Identity's own refusals in the words of the house.</summary>
internal static class PersonRules
{
    public const int ShortestPassword = 12;

    public static IEnumerable<Text> RefusalsOf(string fullName, string language)
    {
        if (string.IsNullOrWhiteSpace(fullName))
        {
            yield return new("Укажите фамилию, имя и отчество.", "Give the full name.");
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

        if (roles.Contains(Role.Administrator) && roles.Count > 1)
        {
            yield return new(
                "Администратор не подписывает клинические и производственные шаги: эта роль не сочетается с другими. Заведите вторую учётную запись.",
                "An administrator signs no clinical or manufacturing step: this role goes with no other. Make a second account.");
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
        _ => new($"Учётная запись не принята: {error.Description}", $"The account was refused: {error.Description}"),
    };
}
