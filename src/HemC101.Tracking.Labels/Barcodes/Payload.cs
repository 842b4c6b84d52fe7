namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>What every engine refuses, so that one cannot print what another would not.</summary>
internal static class Payload
{
    /// <summary>GS1's separator between fields, sent by readers in place of FNC1.</summary>
    public const char Separator = '\x1D';

    // GS1 General Specifications, 5.4: data characters of one GS1-128 symbol, separators among them.
    private const int LongestGs1Code128 = 48;

    public static void Check(Symbology symbology, string payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(payload);
        var (last, what) = symbology == Symbology.DataMatrix ? ('\xFF', "Latin-1") : ('\x7F', "ASCII");
        var foreign = payload.AsSpan().IndexOfAnyExceptInRange('\0', last);
        if (foreign >= 0)
        {
            throw new ArgumentException($"Character {foreign + 1} (U+{(int)payload[foreign]:X4}) is not {what}.", nameof(payload));
        }

        if (symbology is Symbology.Gs1DataMatrix or Symbology.Gs1Code128 && payload[0] == Separator)
        {
            throw new ArgumentException("A GS1 payload starts with an application identifier, not with a separator.", nameof(payload));
        }

        if (symbology == Symbology.Gs1Code128 && payload.Length > LongestGs1Code128)
        {
            throw new ArgumentException(
                $"{payload.Length} characters do not fit into one GS1-128 symbol ({LongestGs1Code128}). Use GS1 Data Matrix.", nameof(payload));
        }
    }
}
