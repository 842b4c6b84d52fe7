using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>What an ISBT 128 message is the code of. Only what labels printed here hold makes a thing of ours.</summary>
internal static class IsbtCodes
{
    private static readonly Text NotAlone = new(
        "Это отдельный код DS {0} ({1}): он не указывает, чья это этикетка. Отсканируйте квадратный код (Data Matrix) на этикетке.",
        "This is a single code DS {0} ({2}): it does not say whose label this is. Scan the square code (Data Matrix) on the label.");

    private static readonly Text NothingOfOurs = new(
        "В сообщении нет ни номера донации, ни кода цепочки, ни серии. Отсканируйте этикетку, напечатанную этой системой.",
        "The message has no donation number, chain identifier or batch. Scan the label printed by this system.");

    public static ScannedCode Of(IsbtMessage message) => message switch
    {
        { Form: IsbtForm.Compound } => Compound(message),
        { Values: [DonationValue donation] } => new DonationCode(donation.Donation, donation.Flags),
        { Values: [StaffValue staff] } => new StaffCode(staff.Staff, null),
        { Values: [CoiValue coi] } => new CoiCode(coi.Coi),
        _ => Other(message, NotAlone, message.Values[0]),
    };

    private static ScannedCode Compound(IsbtMessage message)
    {
        if (Badge(message) is { } badge)
        {
            return badge;
        }

        var label = default(LabelContents);
        foreach (var value in message.Values)
        {
            if (label.Take(value) is { } why)
            {
                return Other(message, why, value);
            }
        }

        return label.Code() is { } code ? code : Other(message, NothingOfOurs, message.Values[0]);
    }

    /// <returns>Null unless the message holds a member of staff and at most the serial of the badge.</returns>
    private static StaffCode? Badge(IsbtMessage message) => message.Values switch
    {
        [StaffValue staff] => new StaffCode(staff.Staff, null),
        [StaffValue staff, LotValue serial] => Badge(staff, serial),
        [LotValue serial, StaffValue staff] => Badge(staff, serial),
        _ => null,
    };

    private static StaffCode? Badge(StaffValue staff, LotValue serial) =>
        serial.Ds == 36 && PrintSerial.TryFromPadded(serial.Content, out var print) ? new StaffCode(staff.Staff, print) : null;

    private static OtherCode Other(IsbtMessage message, Text why, IsbtValue because) =>
        new(Identifier(message), why.With(because.Number, because.Structure.Name.Ru, because.Structure.Name.En));

    /// <returns>Null for a code about a person, which must not be kept.</returns>
    private static string? Identifier(IsbtMessage message) =>
        message.Values.Any(value => value is DonorValue or BirthDateValue or PatientNumberValue) ? null : IsbtWriter.Write(message);
}
