namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>What every engine refuses, so that one cannot print what another would not.</summary>
internal static class Payload
{
    /// <summary>GS1's separator between fields, sent by readers in place of FNC1.</summary>
    public const char Separator = '\x1D';

    public static void Check(Symbology symbology, string payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(payload);
        var foreign = payload.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F');
        if (foreign >= 0)
        {
            throw new ArgumentException($"Character {foreign + 1} (U+{(int)payload[foreign]:X4}) is not ASCII.", nameof(payload));
        }

        if (symbology == Symbology.Gs1DataMatrix && payload[0] == Separator)
        {
            throw new ArgumentException("A GS1 payload starts with an application identifier, not with a separator.", nameof(payload));
        }
    }
}
