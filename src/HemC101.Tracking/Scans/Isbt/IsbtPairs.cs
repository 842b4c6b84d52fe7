namespace HemC101.Tracking.Scans.Isbt;

/// <summary>Which linear symbols may stand side by side and be read as one. Anything else in a row is two scans.</summary>
internal static class IsbtPairs
{
    public static bool Are(int left, int right) => (left, right) switch
    {
        (1, 2) or (1, 3) or (1, 19) or (1, 32) => true,
        (3, 5) => true,
        (17, 18) or (21, 22) => true,
        (24, 25) => true,
        _ => false,
    };
}
