using System.Text;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

/// <summary>Reads data codewords by the decoding rules of ISO/IEC 16022 §5.2, knowing nothing of how they were chosen.</summary>
internal sealed class CodewordReader
{
    private const string Shift2 = "!\"#$%&'()*+,-./:;<=>?@[\\]^_";

    private readonly byte[] _codewords;
    private readonly StringBuilder _text = new();
    private int _next;
    private int _upper;

    private CodewordReader(byte[] codewords) => _codewords = codewords;

    private int Left => _codewords.Length - _next;

    /// <returns>FNC1 in first place as <c>]d2</c>, elsewhere as ASCII 29, as a scanner sends it.</returns>
    public static string Read(byte[] codewords)
    {
        var reader = new CodewordReader(codewords);
        if (codewords[0] == 232)
        {
            reader._text.Append("]d2");
            reader._next = 1;
        }

        while (reader.Left > 0 && codewords[reader._next] != 129)
        {
            reader.Ascii(codewords[reader._next++]);
        }

        return reader._text.ToString();
    }

    private void Ascii(int codeword)
    {
        switch (codeword)
        {
            case <= 128:
                Put(codeword - 1);
                break;
            case <= 229:
                _text.Append((codeword - 130).ToString("00", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case 230 or 239:
                Triplets(text: codeword == 239);
                break;
            case 231:
                Bytes();
                break;
            case 232:
                _text.Append('\x1D');
                break;
            case 235:
                _upper = 128;
                break;
            default:
                throw new InvalidOperationException($"{codeword} has no business in ASCII.");
        }
    }

    private void Triplets(bool text)
    {
        var shift = 0;
        while (Left >= 2 && _codewords[_next] != 254)
        {
            var packed = (_codewords[_next] * 256) + _codewords[_next + 1] - 1;
            _next += 2;
            foreach (var value in (int[])[packed / 1600, packed / 40 % 40, packed % 40])
            {
                shift = shift == 0 && value < 3 ? value + 1 : Value(shift, value, text);
            }
        }

        if (Left > 0 && _codewords[_next] == 254)
        {
            _next++;
        }
    }

    private int Value(int shift, int value, bool text)
    {
        switch (shift)
        {
            case 1:
                Put(value);
                break;
            case 2 when value == 30:
                _upper = 128;
                break;
            case 2 when value == 27:
                _text.Append('\x1D');
                break;
            case 2:
                Put(Shift2[value]);
                break;
            case 3:
                Put(text && value is > 0 and < 27 ? 'A' + value - 1 : 96 + value);
                break;
            default:
                Put(value == 3 ? ' ' : value < 14 ? '0' + value - 4 : (text ? 'a' : 'A') + value - 14);
                break;
        }

        return 0;
    }

    private void Bytes()
    {
        int length = Plain();
        length = length == 0 ? Left : length < 250 ? length : ((length - 249) * 250) + Plain();
        for (var i = 0; i < length; i++)
        {
            _text.Append((char)Plain());
        }
    }

    private byte Plain()
    {
        var noise = (149 * (_next + 1) % 255) + 1;
        return (byte)((_codewords[_next++] - noise + 256) % 256);
    }

    private void Put(int character)
    {
        _text.Append((char)(character + _upper));
        _upper = 0;
    }
}
