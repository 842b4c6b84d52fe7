using System.Text;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Steps;

/// <summary>Words of a person. A rule sees that they are there; an event gets their <see cref="Id"/> alone, which is set before any rule decides.</summary>
public sealed record FreeText(string Words)
{
    public TextId Id { get; init; }

    /// <summary>Secret, as the words are; with them it makes the <see cref="Id"/>.</summary>
    public string Salt { get; init; } = "";

    /// <summary>Nothing that is printed by accident holds a word of it.</summary>
    public override string ToString() => $"{nameof(FreeText)} of {Words.Length} characters";
}

/// <summary>What a person says in their own words: 1 to <see cref="Longest"/> characters, several lines.</summary>
public sealed record TextField(string Name, Text Label) : Field<FreeText>(Name, Label)
{
    public const int Longest = 1_000;

    /// <summary>Every step but the rounds at the bed takes one; it belongs to the act, whatever events the step leaves.</summary>
    public static TextField Remark { get; } = new("remark", new("Примечание", "Remark")) { Optional = true };

    public override Text? Check(string raw, out object? value)
    {
        value = null;
        var words = raw.ReplaceLineEndings("\n").Trim();
        if (words.Length == 0)
        {
            return Missing;
        }

        if (words.Length > Longest)
        {
            return new Text($"«{Label.Ru}»: не больше {Longest} знаков, сейчас {words.Length}.", $"{Label.En}: at most {Longest} characters, now {words.Length}.");
        }

        if (words.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))))
        {
            return new Text($"«{Label.Ru}»: есть знаки, которые нельзя прочесть. Введите текст заново.", $"{Label.En}: some characters cannot be read. Type the text again.");
        }

        value = new FreeText(words.Normalize());
        return null;
    }
}
