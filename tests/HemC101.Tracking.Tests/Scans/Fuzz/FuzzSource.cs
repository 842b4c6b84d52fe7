using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans.Fuzz;

/// <summary>Inputs: noise, pieces of the standards in any order, and good scans that something happened to.</summary>
internal sealed class FuzzSource(int seed)
{
    private const string Telling = "=+&<>/,'#%()*-]}{dCQeJz0123456789AFBCHOYKPXMabe?ФЯэъв№.Б;:\"~|^$\u001D\t\r\n\0\u241D\ud83d";

    private static readonly string[] Good =
    [
        "=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001",
        "=+06000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001&,1000000000H10126001&,200000000P000000017",
        "=+03000=A99992600000107&/CHA999926000001&,200000000P000000017", "=+02000='A999900395A&,200000000P000000017",
        "=+04000=/A9997XYZ100T0479=A99991712345600=,000012=>019031", "=A99992600000100", "=A99991712345600=,000012", "=%6200", "=<YA0011Aa",
        "&>0240602359", "=)1AB1234567&)0000012345", "=-AB0001234X&-00LOT12345", "=;A99990000000000000001", "='A999900395A", "=#0119700131&#0108MRN00012",
        "=$A999926000010002", "=(2001202612312359", "&+A9999FPC001", "&,1000000000H10126001", "&/CHA999926ABC123", "&e0000000012", "&l00000000A7",
        "]d28018460123456789000014\u001D80192\u001D724101", "8018460123456789000014\u001D801912\u001D724101", "]C10112345678901231172612311" + "0LOT-A",
        "]d20112345678901231" + "21SER/1\u001D" + "10LOT\u001D7003" + "2612312359\u001D" + "7240HemC101-01-01\u001D91CHA999926000001", "]d200123456789012345675",
        "]e001123456789012313103000750", "]Q1https://id.gs1.org/01/12345678901231/10/LOT1?17=261231", "]Q3253" + "1234567890128DOC",
        "A999926000001 8", "CHA999926000001*", "&e0000000012U",
    ];

    private static readonly string[] Pieces =
    [
        "=+02000", "=+03000", "=A99992600000100", "=<YA0011A0", "&>0263652359", "&/CHA999926000001", "&,1", "&,2", "000000000H10126001", "='A999900395A", "=,000012",
        "]d1", "]d2", "]C1", "]C0", "]Q1", "01", "12345678901231", "10", "LOT", "21", "17", "261231", "7003", "8018", "460123456789000014", "8019", "7241", "01", "\u001D",
        "029", "<GS>", "91", "https://id.gs1.org/", "/10/", "?17=", "&e", "0000000012", "8", "*", "\r", "\t", "00", "240", "30", "37",
    ];

    private readonly Random _random = new(seed);

    public ScannerSetup Setup() => _random.Next(6) switch
    {
        0 => new ScannerSetup(SendsSeparators: true),
        1 => new ScannerSetup("|~/-#"[_random.Next(5)]),
        _ => ScannerSetup.Unproven,
    };

    public string Next() => _random.Next(10) switch
    {
        0 => Noise(_random.Next(60)),
        1 => new string([.. Enumerable.Range(0, _random.Next(40)).Select(_ => (char)_random.Next(0x10000))]),
        2 or 3 => string.Concat(Enumerable.Range(0, _random.Next(1, 9)).Select(_ => Any(Pieces))),
        4 => Through(Any(Good)),
        5 => Through(Damaged(Any(Good))),
        6 => Damaged(Through(Any(Good))),
        _ => Damaged(Any(Good)),
    };

    private string Damaged(string text)
    {
        for (var times = _random.Next(1, 4); times > 0 && text.Length > 0; times--)
        {
            var at = _random.Next(text.Length);
            text = _random.Next(8) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Noise(1)),
                2 or 3 => text.Remove(at, 1).Insert(at, Noise(1)),
                4 => text[..at],
                5 => text[..at] + Any(Good),
                6 => text + text[at..],
                _ => at + 1 < text.Length ? $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}" : text,
            };
        }

        return text;
    }

    /// <summary>What keyboard and scanner settings do.</summary>
    private string Through(string text) => _random.Next(8) switch
    {
        0 => Distortion.Caps(text),
        1 => Distortion.Russian(text),
        2 => Distortion.Russian(text, caps: true),
        3 => text.Replace("\u001D", Any(["", "029", "|", "/", "\u241D", "<GS>"]), StringComparison.Ordinal),
        4 => text + Any(["\r", "\n", "\r\n", "\t"]),
        5 => text + Any(["", "\r", "\t"]) + text,
        6 => text is [']', _, _, .. var data] ? data : text,
        _ => text.ToLowerInvariant(),
    };

    private string Noise(int length) => new([.. Enumerable.Range(0, length).Select(_ => Telling[_random.Next(Telling.Length)])]);

    private string Any(string[] texts) => texts[_random.Next(texts.Length)];
}
