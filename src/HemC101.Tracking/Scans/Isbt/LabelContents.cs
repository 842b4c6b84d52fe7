using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>Gathers what a label of ours holds, structure by structure.</summary>
internal struct LabelContents
{
    private static readonly Text NotOurs = new(
        "В коде есть структура DS {0} ({1}), на этикетках центра её не бывает. Отсканируйте этикетку, напечатанную этой системой.",
        "The code holds structure DS {0} ({2}), which no label printed here has. Scan the label printed by this system.");

    private static readonly Text ForeignLot = new(
        "Номер серии (DS 035) не является серией этого исследования. Не используйте этикетку, вызовите ОК (QA).",
        "The lot number (DS 035) is no batch of this trial. Do not use the label; call QA.");

    private static readonly Text TwoExpiries = new(
        "В коде два разных срока годности (DS 005 и DS 031). Не используйте этикетку, вызовите ОК (QA).",
        "The code holds two different expiries (DS 005 and DS 031). Do not use the label; call QA.");

    private DonationValue? _donation;
    private ProductValue? _product;
    private CoiValue? _coi;
    private BatchNumber? _batch;
    private PrintSerial? _serial;
    private DateTimeOffset? _expiresAt;

    /// <returns>Why the message is no label of ours; null when the value was taken.</returns>
    public Text? Take(IsbtValue value)
    {
        switch (value)
        {
            case DonationValue donation:
                _donation = donation;
                return null;
            case ProductValue product:
                _product = product;
                return null;
            case CoiValue coi:
                _coi = coi;
                return null;
            case LotValue { Ds: 35 } lot:
                return TakeLot(lot);
            case LotValue { Ds: 36 } serial when PrintSerial.TryFromPadded(serial.Content, out var print):
                _serial = print;
                return null;
            case MinuteValue { Ds: 5 } expiry:
                return TakeExpiry(expiry.At);
            case FlexibleTimeValue { Kind: FlexibleTimeKind.Expiry } expiry:
                return TakeExpiry(expiry.At);
            case MinuteValue or FlexibleTimeValue { Kind: FlexibleTimeKind.Collection or FlexibleTimeKind.Production }:
                return null;
            default:
                return NotOurs;
        }
    }

    /// <returns>Null when nothing says whose the label is.</returns>
    public readonly ContainerCode? Code() => _donation is null && _coi is null && _batch is null
        ? null
        : new ContainerCode
        {
            Donation = _donation?.Donation,
            Flags = _donation?.Flags,
            Product = _product?.Product,
            ExpiresAt = _expiresAt,
            Coi = _coi?.Coi,
            Batch = _batch,
            Serial = _serial,
        };

    private Text? TakeLot(LotValue lot)
    {
        var isOurs = BatchNumber.TryFromLot(lot.Content, out var batch);
        _batch = isOurs ? batch : null;
        return isOurs ? null : ForeignLot;
    }

    private Text? TakeExpiry(DateTimeOffset at)
    {
        if (_expiresAt is { } other && other != at)
        {
            return TwoExpiries;
        }

        _expiresAt = at;
        return null;
    }
}
