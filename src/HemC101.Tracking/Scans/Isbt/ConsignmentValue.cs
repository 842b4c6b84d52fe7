using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 028, the shipper's label: facility (5), year (2), consignment (5), box (2) of boxes (2).</summary>
/// <param name="Consignment">Its number in that year.</param>
/// <param name="Box">0 on the dispatch note, else from 1.</param>
/// <param name="Boxes">From 1.</param>
public sealed record ConsignmentValue(FacilityNumber Facility, int Year, int Consignment, int Box, int Boxes) : IsbtValue(28)
{
    public override string Content => string.Create(CultureInfo.InvariantCulture, $"{Facility}{Year % 100:00}{Consignment:00000}{Box:00}{Boxes:00}");

    protected override Text Value
    {
        get
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{Facility} {Year % 100:00} {Consignment:00000}");
            return Box == 0
                ? new($"{number}, накладная, мест: {Boxes}", $"{number}, dispatch note, boxes: {Boxes}")
                : new($"{number}, место {Box} из {Boxes}", $"{number}, box {Box} of {Boxes}");
        }
    }

    internal static IsbtValue? Read(ReadOnlySpan<char> content)
    {
        if (!FacilityNumber.TryParse(content[..5], out var facility) || !Charset.IsDigits(content[5..]))
        {
            return null;
        }

        var (box, boxes) = (Int(content[12..14]), Int(content[14..]));
        return boxes >= 1 && box <= boxes
            ? new ConsignmentValue(facility, 2000 + Int(content[5..7]), Int(content[7..12]), box, boxes)
            : null;
    }

    private static int Int(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
