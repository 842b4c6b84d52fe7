using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes.Proof;

/// <summary>2,000 payloads, the same in every run: what our labels say, and every mix of characters at every length.</summary>
internal static class Corpus
{
    private const string Digits = "0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Small = "abcdefghijklmnopqrstuvwxyz";
    private const string Punctuation = "=&<>+/!%,;_-.:'()*\"?# ";
    private const string Controls = "\t\r\n\u0004\u001D\u001E";

    // '#' stands for a digit, '@' for a capital.
    private static readonly string[] OurSymbols =
    [
        "=A9999########",
        "=<YA####@#",
        "&/CHA9999########",
        "&>0########0",
        "=+04000=A9999########=<YA####@#&>026365####&/CHA9999########",
        "=+06000=A9999########=<YA####@#&>026365####&/CHA9999########&,4H101##############&@####",
        "&e@##@##@##@#",
        "'A9999##",
        "H101-#####-##-##",
    ];

    // '~' stands for the separator.
    private static readonly string[] OurGs1 =
    [
        "8018946##############~801901~724101",
        "0104600000######1727####10HC#####~21BAG#",
        "8017946##############~801912~10A9999########",
        "010460000000001517####0010@@####~21@##@##~91@@@",
    ];

    private static readonly HashSet<Specimen> Seen = [];

    public static IReadOnlyList<Specimen> All { get; } =
    [
        .. Specimens(300, Symbology.Code128, i => i % 5 == 0 ? Ours(OurSymbols, i, longest: 60) : Mixed(i, Length(i, 60), Punctuation, Controls)),
        .. Specimens(200, Symbology.Gs1Code128, i => i % 3 == 0 ? Ours(OurGs1, i, longest: 48) : Fields(i, Length(i, 48))),
        .. Specimens(600, Symbology.DataMatrix, i => i % 4 == 0 ? Ours(OurSymbols, i, longest: 100) : Mixed(i, Length(i, 120), Punctuation, Controls)),
        .. Specimens(300, Symbology.DataMatrix, i => Mixed(i, 1 + i, Digits, Small)),
        .. Specimens(60, Symbology.DataMatrix, i => Mixed(i, 300 + (17 * i), Capitals, Digits)),
        .. Specimens(140, Symbology.DataMatrix, i => Mixed(i, Length(i, 300), "\u00E9\u00FF\u0080\u00C1", Small)),
        .. Specimens(200, Symbology.DataMatrix, i => Mixed(i, Length(i, i % 2 == 0 ? 30 : 14), Punctuation, Digits), MatrixShape.Rectangle),
        .. Specimens(200, Symbology.Gs1DataMatrix, i => i % 3 == 0 ? Ours(OurGs1, i, longest: 100) : Fields(i, Length(i, 120))),
    ];

    private static IEnumerable<Specimen> Specimens(int count, Symbology symbology, Func<int, string> payload, MatrixShape shape = MatrixShape.Square) =>
        Enumerable.Range(0, int.MaxValue).Select(i => new Specimen(symbology, shape, payload(i))).Where(Seen.Add).Take(count);

    private static int Length(int i, int longest) => 1 + (i * 7 % longest);

    private static string Ours(string[] patterns, int i, int longest)
    {
        var random = new Random(i);
        var pattern = patterns.Where(pattern => pattern.Length <= longest).ElementAt(i % patterns.Count(pattern => pattern.Length <= longest));
        return string.Concat(pattern.Select(c => c switch
        {
            '#' => Digits[random.Next(10)],
            '@' => Capitals[random.Next(26)],
            '~' => '\u001D',
            _ => c,
        }));
    }

    /// <summary>What GS1 looks like: a separator stands between two fields, neither first nor last.</summary>
    private static string Fields(int i, int length)
    {
        var text = Mixed(i, length, Punctuation, "~", "~").ToCharArray();
        for (var at = 0; at < text.Length; at++)
        {
            text[at] = text[at] != '~' ? text[at] : at + 1 < length && text[at - 1] != '\u001D' ? '\u001D' : '7';
        }

        return new string(text);
    }

    /// <summary>Stretches of one kind of character each, beginning with digits.</summary>
    private static string Mixed(int i, int length, params string[] more)
    {
        var random = new Random((1000 * length) + i);
        string[] kinds = [Digits, Capitals, Small, .. more, Digits + Capitals + Small];
        var text = Stretch(random, Digits, random.Next(1, 4));
        while (text.Length < length)
        {
            text += Stretch(random, kinds[random.Next(kinds.Length)], random.Next(1, 1 + Math.Min(40, length)));
        }

        return text[..length];
    }

    private static string Stretch(Random random, string kind, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => kind[random.Next(kind.Length)]));
}
