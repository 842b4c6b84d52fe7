using System.Globalization;

namespace HemC101.Tracking.Steps;

/// <summary>One thing a step records. Parses what a person typed, or says what is wrong with it.</summary>
public abstract record Field(string Name, Text Label)
{
    /// <summary>An optional field left empty is simply absent from the record.</summary>
    public bool Optional { get; init; }

    /// <summary>In an independent check the second person records it, too, and both must say the same; the first alone records the rest.</summary>
    public bool ByBoth { get; init; }

    public abstract Text? Check(string raw, out object? value);

    protected static Text Missing { get; } = new("Заполните это поле.", "Fill in this field.");
}

public abstract record Field<T>(string Name, Text Label) : Field(Name, Label)
    where T : notnull;

/// <param name="Unit">In Russian, as printed beside the box; empty for a bare number.</param>
/// <param name="Min">Inclusive.</param>
/// <param name="Max">Inclusive.</param>
public sealed record NumberField(string Name, Text Label, string Unit, decimal Min, decimal Max, int Decimals) : Field<decimal>(Name, Label)
{
    /// <summary>The unit in both languages; SI symbols differ only in their letters.</summary>
    public Text UnitName => new(Unit, Unit is "ч" ? "h" : Unit
        .Replace("сут", "d", StringComparison.Ordinal)
        .Replace("лет", "years", StringComparison.Ordinal)
        .Replace("мл", "mL", StringComparison.Ordinal)
        .Replace("/л", "/L", StringComparison.Ordinal)
        .Replace("мин", "min", StringComparison.Ordinal)
        .Replace("кг", "kg", StringComparison.Ordinal));

    public override Text? Check(string raw, out object? value)
    {
        value = null;
        var point = raw.Trim().Replace(',', '.');
        if (!decimal.TryParse(point, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return new Text($"«{Label.Ru}»: введите число.", $"{Label.En}: enter a number.");
        }

        if (number < Min || number > Max)
        {
            return new Text($"«{Label.Ru}»: допустимо от {Min} до {Max} {Unit}.", $"{Label.En}: from {Min} to {Max} {UnitName.En} is possible.");
        }

        if (number != Math.Round(number, Decimals))
        {
            return new Text($"«{Label.Ru}»: не больше {Decimals} знаков после запятой.", $"{Label.En}: at most {Decimals} decimals.");
        }

        value = number;
        return null;
    }
}

public sealed record Choice(string Code, Text Name);

public sealed record ChoiceField(string Name, Text Label, IReadOnlyList<Choice> Choices) : Field<string>(Name, Label)
{
    /// <summary>A code that only another version of the program knows is its own name.</summary>
    public Text NameOf(string code) => Choices.FirstOrDefault(choice => choice.Code == code)?.Name ?? new(code, code);

    public override Text? Check(string raw, out object? value)
    {
        value = Choices.FirstOrDefault(choice => choice.Code == raw)?.Code;
        return value is null ? new Text($"«{Label.Ru}»: выберите ответ.", $"{Label.En}: choose an answer.") : null;
    }
}

/// <summary>A statement to confirm. When <see cref="Must"/>, an unticked box refuses the step.</summary>
public sealed record CheckField(string Name, Text Label, bool Must = true) : Field<bool>(Name, Label)
{
    public override Text? Check(string raw, out object? value)
    {
        var ticked = raw is "true" or "on";
        value = ticked;
        return Must && !ticked ? new Text($"Не подтверждено: «{Label.Ru}».", $"Not confirmed: {Label.En}.") : null;
    }
}

/// <summary>A moment on the Moscow clock, as <c>yyyy-MM-ddTHH:mm</c>.</summary>
public sealed record MomentField(string Name, Text Label) : Field<DateTimeOffset>(Name, Label)
{
    public override Text? Check(string raw, out object? value)
    {
        var read = DateTime.TryParseExact(
            raw, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 2000 and < 2200;
        value = read ? MoscowTime.At(local) : null;
        return read ? null : new Text($"«{Label.Ru}»: укажите дату и время.", $"{Label.En}: give date and time.");
    }
}

/// <summary>A calendar day, as <c>yyyy-MM-dd</c>.</summary>
public sealed record DayField(string Name, Text Label) : Field<DateOnly>(Name, Label)
{
    public override Text? Check(string raw, out object? value)
    {
        var read = DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        value = read ? day : null;
        return read ? null : new Text($"«{Label.Ru}»: укажите дату.", $"{Label.En}: give the date.");
    }
}

/// <summary>A picture that is kept elsewhere, by the lower-case hex SHA-256 of its file.</summary>
public sealed record PictureField(string Name, Text Label) : Field<string>(Name, Label)
{
    public override Text? Check(string raw, out object? value)
    {
        var good = raw.Length == 64 && raw.All(char.IsAsciiHexDigitLower);
        value = good ? raw : null;
        return good ? null : new Text($"«{Label.Ru}»: приложите снимок.", $"{Label.En}: attach the picture.");
    }
}

/// <summary>A number on a device or paper: 1 to 20 of <c>A-Z 0-9 - /</c>. Never free text.</summary>
public sealed record ReferenceField(string Name, Text Label) : Field<string>(Name, Label)
{
    public override Text? Check(string raw, out object? value)
    {
        var text = raw.Trim().ToUpperInvariant();
        var good = text.Length is > 0 and <= 20 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '/');
        value = good ? text : null;
        return good
            ? null
            : new Text($"«{Label.Ru}»: латинские буквы, цифры, дефис, до 20 знаков.", $"{Label.En}: Latin letters, digits, hyphen, up to 20.");
    }
}
