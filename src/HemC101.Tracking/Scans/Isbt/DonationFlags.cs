using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>
/// The two characters after a donation number in DS 001. They belong to one container or document, not to the donation.
/// Values 60-96 are 60 plus the check value of the number (type 3).
/// </summary>
public readonly record struct DonationFlags
{
    private readonly char _first;
    private readonly char _second;

    private DonationFlags(char first, char second) => (_first, _second) = (first, second);

    public static DonationFlags None { get; } = new('0', '0');

    public static DonationFlags RepeatLabel { get; } = new('0', '5');

    public static DonationFlags TestTube { get; } = new('0', '7');

    public static DonationFlags BacterialSample { get; } = new('1', '0');

    public static DonationFlags PartialLabel { get; } = new('1', '2');

    public static DonationFlags AttachedLabel { get; } = new('1', '3');

    /// <summary>What the flags say of the thing that carries them; null when they say nothing or something of another house.</summary>
    public Text? Meaning => Value switch
    {
        >= 1 and <= 4 => new($"контейнер {Value} набора", $"container {Value} of a set"),
        5 => new("повторная этикетка", "repeat label"),
        6 => new("пробирка-спутник", "pilot tube"),
        7 => new("пробирка для исследований", "test tube"),
        8 => new("карта донора", "donor record"),
        9 => new("пробирка для NAT", "NAT tube"),
        10 => new("проба на стерильность", "sample for bacterial testing"),
        11 => new("для сверки с единицей", "match with the unit"),
        12 => new("неполная этикетка на контейнере", "affixed partial label"),
        13 => new("прикреплённая этикетка к неполной", "attached label used with a partial one"),
        >= 15 and <= 19 => new($"контейнер {Value - 10} набора", $"container {Value - 10} of a set"),
        _ => null,
    };

    /// <summary>Whatever else the code says, it stands on a tube or a document, and never on a bag: bags have whole labels here, not partial ones (12).</summary>
    public bool IsNoBag => Value is >= 6 and <= 13;

    /// <summary>-1 unless both are digits.</summary>
    private int Value => char.IsAsciiDigit(_first) && char.IsAsciiDigit(_second) ? ((_first - '0') * 10) + (_second - '0') : -1;

    public static bool TryParse(ReadOnlySpan<char> text, out DonationFlags flags)
    {
        var wellFormed = text.Length == 2 && IsAllowed(text[0]) && IsAllowed(text[1]);
        flags = wellFormed ? new DonationFlags(text[0], text[1]) : default;
        return wellFormed;
    }

    /// <exception cref="ArgumentException">Not two of the characters that ST-001 allows.</exception>
    public static DonationFlags Parse(string text) =>
        TryParse(text, out var flags) ? flags : throw new ArgumentException($"Not DIN flags: {text}", nameof(text));

    /// <summary>False only for a check value (type 3) that is another number's.</summary>
    public bool Fit(DonationNumber donation) => Value is not (>= 60 and <= 96) || Value - 60 == CheckCharacter.Value(donation.ToString());

    public override string ToString() => string.Create(2, this, (text, flags) => (text[0], text[1]) = (flags._first, flags._second));

    private static bool IsAllowed(char c) =>
        char.IsAsciiDigit(c) || (c is >= 'A' and <= 'H' or >= 'J' and <= 'N' or 'P' or >= 'R' and <= 'Y');
}
