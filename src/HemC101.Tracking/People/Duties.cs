using System.Text;

namespace HemC101.Tracking.People;

/// <summary>Duties that one person may not unite, as far as accounts tell (EU GMP Annex 11 §12, Annex 16; 21 CFR 11.10(g)).</summary>
public static class Duties
{
    /// <returns>Null when one account may hold all of these roles.</returns>
    public static Text? Refusal(IReadOnlySet<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return roles.Contains(Role.Administrator) && roles.Count > 1
            ? new(
                "Администратор не подписывает клинические и производственные шаги: эта роль не сочетается с другими. Поручите администрирование другому сотруднику: второй записи у одного человека не бывает.",
                "An administrator signs no clinical or manufacturing step: this role goes with no other. Let somebody else administer: nobody has two accounts.")
            : null;
    }

    /// <summary>Two accounts of one name are taken for one person: a namesake's name bears a mark that tells them apart.</summary>
    public static bool AreOne(string fullName, string otherName) => Plain(fullName) == Plain(otherName);

    /// <summary>Capitals, dots, hyphens, spaces and the two ways to write Ё tell nobody apart.</summary>
    private static string Plain(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Replace('Ё', 'Е').Where(char.IsLetterOrDigit);
        return string.Concat(letters);
    }
}
