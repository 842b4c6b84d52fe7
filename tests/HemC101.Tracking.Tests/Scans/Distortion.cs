using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>What a keyboard does to a US scanner: the standard Russian layout key by key, and CapsLock, which turns letters only.</summary>
internal static class Distortion
{
    private static readonly (string Us, string Russian)[] Rows =
    [
        ("`~@#$^&|/?", "ёЁ\"№;:?/.,"),
        ("qwertyuiop[]", "йцукенгшщзхъ"), ("QWERTYUIOP{}", "ЙЦУКЕНГШЩЗХЪ"),
        ("asdfghjkl;'", "фывапролджэ"), ("ASDFGHJKL:\"", "ФЫВАПРОЛДЖЭ"),
        ("zxcvbnm,.", "ячсмитьбю"), ("ZXCVBNM<>", "ЯЧСМИТЬБЮ"),
    ];

    public static string Caps(string text) => new([.. text.Select(c => char.IsLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))]);

    public static string Russian(string text, bool caps = false)
    {
        var mapped = new string([.. text.Select(Key)]);
        return caps ? Caps(mapped) : mapped;
    }

    /// <summary>What arrives of a scan through each state of the keyboard, with what has to be undone; states that change nothing are left out.</summary>
    public static IEnumerable<(string Image, Repairs Repairs)> Images(string scan)
    {
        (string Image, Repairs Repairs)[] all =
        [
            (Caps(scan), Repairs.CapsLock),
            (Russian(scan), Repairs.Layout),
            (Russian(scan, caps: true), Repairs.Layout | Repairs.CapsLock),
        ];
        return all.Where(item => item.Image != scan).DistinctBy(item => item.Image);
    }

    private static char Key(char c)
    {
        foreach (var (us, russian) in Rows)
        {
            if (us.Contains(c, StringComparison.Ordinal))
            {
                return russian[us.IndexOf(c, StringComparison.Ordinal)];
            }
        }

        return c;
    }
}
