using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>The contents of one message as they are taken in, each at most once.</summary>
internal sealed class IsbtFields
{
    private readonly HashSet<string> _seen = [];
    private ContainerCode _container = new();
    private StaffNumber? _staff;

    /// <returns>Why the content is refused; null when it was taken.</returns>
    public Text? Add(IsbtStructure structure, string content)
    {
        if (!_seen.Add(structure.Number))
        {
            return ReadingReasons.Twice.With(structure.Number, structure.Name.Ru, structure.Name.En);
        }

        var good = structure.Number switch
        {
            "001" => Donation(content),
            "003" => ProductCode.TryParse(content, out var product) && Put(_container with { Product = product }),
            "005" => Expiry(content) is { } expiry && Put(_container with { ExpiresAt = expiry }),
            "020" => Staff(content),
            "035" => BatchNumber.TryFromLot(content, out var batch) && Put(_container with { Batch = batch }),
            "036" => PrintSerial.TryParse(content.TrimStart('0'), out var serial) && Put(_container with { Serial = serial }),
            "040" => CoiId.TryParse(content, out var coi) && Put(_container with { Coi = coi }),
            _ => false,
        };
        if (good)
        {
            return null;
        }

        return structure.Number == "035"
            ? ReadingReasons.ForeignLot
            : ReadingReasons.BadContent.With(structure.Number, structure.Name.Ru, structure.Name.En);
    }

    /// <summary>After one DS 001, 020 or 040.</summary>
    public ScannedCode Alone() => this switch
    {
        { _staff: { } staff } => new StaffCode(staff, null),
        { _container.Donation: { } donation } => new DonationCode(donation, _container.Flags!),
        _ => new CoiCode(_container.Coi!.Value),
    };

    /// <returns>Null when a compound message with these contents is nothing of ours.</returns>
    public ScannedCode? Together()
    {
        if (_staff is { } staff)
        {
            return _container == new ContainerCode { Serial = _container.Serial } ? new StaffCode(staff, _container.Serial) : null;
        }

        return _container is { Donation: null, Coi: null, Batch: null } ? null : _container;
    }

    private bool Donation(string content) =>
        DonationNumber.TryParse(content[..13], out var donation)
        && IsbtStructures.AreFlags(content[13..])
        && Put(_container with { Donation = donation, Flags = content[13..] });

    private bool Staff(string content)
    {
        var good = StaffNumber.TryParse(content, out var staff);
        _staff = good ? staff : null;
        return good;
    }

    private bool Put(ContainerCode container)
    {
        _container = container;
        return true;
    }

    /// <summary>cyyjjjhhmm in Moscow time; only century digit 0 (20yy) is read.</summary>
    private static DateTimeOffset? Expiry(string content)
    {
        if (content[0] != '0' || content.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        int Part(int start, int length) => int.Parse(content.AsSpan(start, length), CultureInfo.InvariantCulture);
        var (year, day, hour, minute) = (2000 + Part(1, 2), Part(3, 3), Part(6, 2), Part(8, 2));
        return day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) && hour < 24 && minute < 60
            ? MoscowTime.At(new DateTime(year, 1, 1, hour, minute, 0, DateTimeKind.Unspecified).AddDays(day - 1))
            : null;
    }
}
