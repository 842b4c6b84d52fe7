using System.Globalization;
using System.Text;
using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Raster;

/// <summary><c>^GFA</c> as a printer unpacks it: the way back of <see cref="ZplGraphic"/>, written apart from it.</summary>
internal sealed class GraphicReading
{
    private readonly StringBuilder _picture = new();
    private readonly StringBuilder _row = new();
    private readonly int _digits;
    private string _above = "";
    private int _times;

    private GraphicReading(int digits) => _digits = digits;

    /// <param name="command">What stands after <c>^GF</c>.</param>
    /// <exception cref="FormatException">It is not a whole picture in hexadecimal.</exception>
    public static BitPicture Of(string command)
    {
        if (command.Split(',', 5) is not ["A", _, var total, var bytesPerRow, var data])
        {
            throw new FormatException("^GF is not of the form A,total,total,bytes per row,data.");
        }

        var bytes = int.Parse(bytesPerRow, CultureInfo.InvariantCulture);
        var reading = new GraphicReading(2 * bytes);
        foreach (var c in data.Trim())
        {
            reading.Take(c);
        }

        var bits = Convert.FromHexString(reading._picture.ToString());
        return bits.Length == int.Parse(total, CultureInfo.InvariantCulture) && reading._row.Length == 0
            ? new BitPicture(bytes, bits)
            : throw new FormatException("The picture in ^GF has not as many bytes as it says.");
    }

    private void Take(char c)
    {
        switch (c)
        {
            case ':':
                _picture.Append(_above);
                return;
            case >= 'G' and <= 'Y':
                _times += c - 'F';
                return;
            case >= 'g' and <= 'z':
                _times += (c - 'f') * 20;
                return;
            case ',':
                _row.Append('0', Math.Max(0, _digits - _row.Length));
                break;
            default:
                _row.Append(c, Math.Max(1, _times));
                _times = 0;
                break;
        }

        if (_row.Length == _digits)
        {
            _above = _row.ToString();
            _picture.Append(_above);
            _row.Clear();
        }
    }
}
