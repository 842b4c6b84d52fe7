namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>The choice of start, code and shift characters by the rules of ISO/IEC 15417, annex E, for data without FNC1.</summary>
internal static class Code128Subsets
{
    private const int Shift = 98;

    // The values that switch to a subset; its start character is 204 less this.
    private enum Subset
    {
        A = 101,
        B = 100,
        C = 99,
    }

    /// <summary>The start character, then the data with its switches of subset.</summary>
    public static IReadOnlyList<int> Values(string payload)
    {
        var subset = First(payload);
        List<int> values = [204 - (int)subset];
        for (var i = 0; i < payload.Length;)
        {
            var digits = Digits(payload, i);
            if (subset == Subset.C && digits >= 2)
            {
                values.Add(((payload[i] - '0') * 10) + (payload[i + 1] - '0'));
                i += 2;
            }
            else if (subset == Subset.C)
            {
                values.Add((int)(subset = ForText(payload, i)));
            }
            else if (digits >= 4 && digits % 2 == 0)
            {
                values.Add((int)(subset = Subset.C));
            }
            else
            {
                subset = AddCharacter(values, subset, payload, i++);
            }
        }

        return values;
    }

    private static Subset First(string payload) =>
        Digits(payload, 0) is var digits && (digits >= 4 || (digits == 2 && payload.Length == 2)) ? Subset.C : ForText(payload, 0);

    private static Subset AddCharacter(List<int> values, Subset subset, string payload, int at)
    {
        var c = payload[at];
        var other = subset == Subset.A ? Subset.B : Subset.A;
        if (Holds(subset, c))
        {
            values.Add(Value(subset, c));
            return subset;
        }

        if (at + 1 < payload.Length && ForText(payload, at + 1) == subset)
        {
            values.AddRange([Shift, Value(other, c)]);
            return subset;
        }

        values.AddRange([(int)other, Value(other, c)]);
        return other;
    }

    /// <summary>A when a control character comes before any lower-case letter, else B.</summary>
    private static Subset ForText(string payload, int from)
    {
        foreach (var c in payload.AsSpan(from))
        {
            if (c < ' ')
            {
                return Subset.A;
            }

            if (c >= '`')
            {
                return Subset.B;
            }
        }

        return Subset.B;
    }

    private static bool Holds(Subset subset, char c) => subset == Subset.A ? c < '`' : c >= ' ';

    private static int Value(Subset subset, char c) => subset == Subset.A && c < ' ' ? c + 64 : c - 32;

    private static int Digits(string payload, int from)
    {
        var end = payload.AsSpan(from).IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? payload.Length - from : end;
    }
}
