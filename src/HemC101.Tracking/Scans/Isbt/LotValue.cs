using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 018 container lot, 022 item lot, 035 lot and 036 serial of a product: filled with zeros on the left.</summary>
public sealed record LotValue : IsbtValue
{
    /// <param name="structure">18, 22, 35 or 36.</param>
    /// <param name="text">With or without the zeros on the left.</param>
    /// <exception cref="FormatException">Not digits and capitals that fit, or nothing but zeros.</exception>
    public LotValue(int structure, string text)
        : base(structure is 18 or 22 or 35 or 36 ? structure : throw new ArgumentOutOfRangeException(nameof(structure), structure, "DS 018, 022, 035 or 036."))
    {
        ArgumentNullException.ThrowIfNull(text);
        Content = text.PadLeft(Structure.Length, '0');
        if (!IsGood(Content, Structure.Length))
        {
            throw new FormatException($"'{text}' fits no DS {Number}.");
        }
    }

    private LotValue(int structure, ReadOnlySpan<char> content)
        : base(structure) => Content = content.ToString();

    public override string Content { get; }

    /// <summary>For people; never to be compared, since a lot may really begin with a zero.</summary>
    public string Trimmed => Padded.Trim(Content);

    protected override Text Value => Same(Trimmed);

    internal static IsbtValue? Read(int structure, ReadOnlySpan<char> content) =>
        IsGood(content, content.Length) ? new LotValue(structure, content) : null;

    private static bool IsGood(ReadOnlySpan<char> content, int length) =>
        content.Length == length && Charset.IsUpperAlphanumeric(content) && content.ContainsAnyExcept('0');
}
