using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>ISBT 128 and the house codes. A scan is understood whole or not at all.</summary>
internal static class IsbtReader
{
    private static readonly string[] Ours = ["001", "003", "005", "020", "035", "036", "040"];

    public static Reading Read(string text) => text switch
    {
        ['&', >= 'a' and <= 'z', ..] => House(text),
        ['=', '+', ..] => Compound(text),
        ['=' or '&', ..] => Single(text),
        _ => Refused(ReadingReasons.NotIsbt),
    };

    /// <summary>K is in no symbol: a code that ends with it was typed.</summary>
    private static Reading House(string text)
    {
        var withCheck = text.Length == 13;
        if (!HouseId.TryParse(withCheck ? text[..12] : text, out var id))
        {
            return Refused(ReadingReasons.HouseForm);
        }

        if (withCheck && !CheckCharacter.Matches(text.AsSpan(2, 10), text[12]))
        {
            return Refused(ReadingReasons.WrongCheck);
        }

        return new Reading.Understood(new HouseCode(id), id.ToString(), LayoutCorrected: false, Typed: withCheck);
    }

    private static Reading Single(string text)
    {
        if (Take(text, 0, out var structure, out var content) is { } refusal)
        {
            return Refused(refusal);
        }

        if (text.Length > structure.Identifier.Length + content.Length)
        {
            return Refused(ReadingReasons.Concatenated.With(structure.Number));
        }

        if (structure.Number is not ("001" or "020" or "040"))
        {
            return Refused(ReadingReasons.NotAlone.With(structure.Number, structure.Name.Ru, structure.Name.En));
        }

        var fields = new IsbtFields();
        return fields.Add(structure, content) is { } bad ? Refused(bad) : Understood(fields.Alone(), text);
    }

    private static Reading Compound(string text)
    {
        if (text.Length < 7 || text.AsSpan(2, 5).ContainsAnyExceptInRange('0', '9'))
        {
            return Refused(ReadingReasons.CompoundHeader);
        }

        if (text.AsSpan(4, 3) is not "000")
        {
            return Refused(ReadingReasons.CompoundOrder.With(text[4..7]));
        }

        var fields = new IsbtFields();
        var found = 0;
        for (var at = 7; at < text.Length; found++)
        {
            if ((Take(text, at, out var structure, out var content) ?? fields.Add(structure, content)) is { } refusal)
            {
                return Refused(refusal);
            }

            at += structure.Identifier.Length + content.Length;
        }

        var announced = int.Parse(text.AsSpan(2, 2), CultureInfo.InvariantCulture);
        return found != announced
            ? Refused(ReadingReasons.CompoundCount.With(announced, found))
            : fields.Together() is { } code ? Understood(code, text) : Refused(ReadingReasons.CompoundContent);
    }

    /// <returns>Why no structure of ours stands at <paramref name="at"/>; null when one does.</returns>
    private static Text? Take(string text, int at, out IsbtStructure structure, out string content)
    {
        content = "";
        structure = IsbtStructures.Donation;
        if (IsbtStructures.At(text, at) is not { } known)
        {
            return at == 0 ? ReadingReasons.UnknownIdentifier : ReadingReasons.Leftover.With(at + 1);
        }

        structure = known;
        if (known.Length is not { } length || !Ours.Contains(known.Number))
        {
            return ReadingReasons.NotOurs.With(known.Number, known.Name.Ru, known.Name.En);
        }

        var from = at + known.Identifier.Length;
        if (text.Length - from < length)
        {
            return known.Number == "001" && text.Length - from == 14
                ? ReadingReasons.ConvertedFlags
                : ReadingReasons.TooShort.With(known.Number, known.Name.Ru, known.Name.En, length, text.Length - from);
        }

        content = text.Substring(from, length);
        return null;
    }

    private static Reading.Understood Understood(ScannedCode code, string text) => new(code, text, LayoutCorrected: false, Typed: false);

    private static Reading.Unreadable Refused(Text reason) => new(reason);
}
