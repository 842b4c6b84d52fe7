using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 025: location code (2), length (2) and the patient's number. The only content of ISBT 128 whose letters may be of either case.</summary>
public sealed record PatientNumberValue(string Location, string Patient) : IsbtValue(25)
{
    public override string Content => $"{Location}{Patient.Length.ToString("00", CultureInfo.InvariantCulture)}{Patient}";

    protected override Text Value => Same(Patient);

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        content.Length > 4 && Charset.IsDigits(content[..4]) && Charset.IsAlphanumeric(content[4..])
            ? new PatientNumberValue(content[..2].ToString(), content[4..].ToString())
            : null;
}
