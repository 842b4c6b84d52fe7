using System.Runtime.InteropServices;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>ISBT 128 (ST-001). A scan is understood whole or not at all.</summary>
internal static class IsbtReader
{
    private const int HeaderLength = 7;

    /// <param name="text">Without a symbology identifier.</param>
    /// <param name="message">Null when refused.</param>
    /// <returns>Why the text is refused; null when it was read.</returns>
    public static ScanRefusal? Read(ReadOnlySpan<char> text, out IsbtMessage? message)
    {
        message = null;
        return text is ['=', '+', ..] ? Compound(text, ref message) : Linear(text, ref message);
    }

    private static ScanRefusal? Linear(ReadOnlySpan<char> text, ref IsbtMessage? message)
    {
        if (Take(text, 0, out var first) is { } refusal)
        {
            return refusal;
        }

        var rest = first!.Structure.Identifier.Length + first.Structure.LengthIn(text[first.Structure.Identifier.Length..]);
        if (rest == text.Length)
        {
            message = IsbtMessage.Of(first);
            return null;
        }

        if (IsbtStructures.At(text[rest..]) is not { } next || !IsbtPairs.Are(first.Ds, next.Number))
        {
            return IsbtReasons.Concatenated.With(first.Number);
        }

        if (Take(text, rest, out var second) is { } bad)
        {
            return bad;
        }

        if (rest + next.Identifier.Length + next.LengthIn(text[(rest + next.Identifier.Length)..]) != text.Length)
        {
            return IsbtReasons.Concatenated.With(next.Label);
        }

        return Fit(IsbtForm.Pair, [first, second!], ref message);
    }

    private static ScanRefusal? Compound(ReadOnlySpan<char> text, ref IsbtMessage? message)
    {
        if (text.Length < HeaderLength || !Charset.IsDigits(text[2..HeaderLength]))
        {
            return IsbtReasons.CompoundHeader;
        }

        // The sequences that other numbers stand for are in a table (RT017) that this reader has not, so it cannot check them.
        if (text[4..HeaderLength] is not "000")
        {
            return IsbtReasons.CompoundOrder.With(text[4..HeaderLength].ToString());
        }

        var announced = ((text[2] - '0') * 10) + (text[3] - '0');
        var values = new IsbtValue[announced];
        var found = 0;
        for (var at = HeaderLength; at < text.Length; found++)
        {
            if (Take(text, at, out var value) is { } refusal)
            {
                return refusal;
            }

            if (Repeats(values.AsSpan(0, Math.Min(found, announced)), value!))
            {
                return IsbtReasons.Twice.With(value!.Number, value.Structure.Name.Ru, value.Structure.Name.En);
            }

            if (found < announced)
            {
                values[found] = value!;
            }

            at += value!.Structure.Identifier.Length;
            at += value.Structure.LengthIn(text[at..]);
        }

        return found != announced || found == 0
            ? IsbtReasons.CompoundCount.With(announced, found)
            : Fit(IsbtForm.Compound, values, ref message);
    }

    /// <summary>DS 031 says by its kind what it is the time of, so two of different kinds are no repetition.</summary>
    private static bool Repeats(ReadOnlySpan<IsbtValue> values, IsbtValue value)
    {
        foreach (var other in values)
        {
            if (other.Ds == value.Ds && (other as FlexibleTimeValue)?.Kind == (value as FlexibleTimeValue)?.Kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>DS 032 stands beside a product code whose own division is 99, and such a code is incomplete without it.</summary>
    private static ScanRefusal? Fit(IsbtForm form, IsbtValue[] values, ref IsbtMessage? message)
    {
        var product = Array.Find(values, value => value is ProductValue) as ProductValue;
        var divided = Array.Exists(values, value => value is DivisionsValue);
        if (product is not null && form == IsbtForm.Compound && product.Product.IsDividedElsewhere != divided)
        {
            return divided ? IsbtReasons.DividedTwice : IsbtReasons.DivisionMissing;
        }

        message = new IsbtMessage(form, ImmutableCollectionsMarshal.AsImmutableArray(values));
        return null;
    }

    /// <returns>Why no structure can be taken at <paramref name="at"/>; null when one was.</returns>
    private static ScanRefusal? Take(ReadOnlySpan<char> text, int at, out IsbtValue? value)
    {
        value = null;
        if (IsbtStructures.At(text[at..]) is not { } structure)
        {
            return at == 0 ? IsbtReasons.UnknownIdentifier : IsbtReasons.Leftover.With(at + 1);
        }

        if (structure.Read is null)
        {
            return (structure.Number == IsbtStructures.CompoundMessage ? IsbtReasons.MessageInside : IsbtReasons.NotReadHere)
                .With(structure.Label, structure.Name.Ru, structure.Name.En);
        }

        var rest = text[(at + structure.Identifier.Length)..];
        var length = structure.LengthIn(rest);
        if (rest.Length < length)
        {
            return structure.Number == 1 && rest.Length == 14
                ? IsbtReasons.ConvertedFlags
                : IsbtReasons.TooShort.With(structure.Label, structure.Name.Ru, structure.Name.En, length, rest.Length);
        }

        value = structure.Read(rest[..length]);
        return value is null ? IsbtReasons.BadContent.With(structure.Label, structure.Name.Ru, structure.Name.En) : null;
    }
}
