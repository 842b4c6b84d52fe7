namespace HemC101.Tracking.Scans.Gs1;

/// <summary>Which identifiers must stand together and which may not. All elements of a thing are taken to stand in one symbol.</summary>
internal static class Gs1Partners
{
    /// <returns>Null when every identifier has its partners and none it excludes.</returns>
    public static ScanRefusal? Fault(in Gs1Slices slices)
    {
        foreach (var slice in slices.Span)
        {
            if (slice.Ai.Required.Length > 0 && !HasAny(slices, slice.Ai.Required))
            {
                return Gs1Reasons.PartnerMissing.With(slice.Ai.Code, string.Join(", ", slice.Ai.Required.Select(group => string.Join(" + ", group))));
            }

            foreach (var pattern in slice.Ai.Excluded)
            {
                if (Find(slices, pattern, except: slice.Ai) is { } other)
                {
                    return Gs1Reasons.PartnerForbidden.With(slice.Ai.Code, other.Code);
                }
            }
        }

        return null;
    }

    private static bool HasAny(in Gs1Slices slices, string[][] groups)
    {
        foreach (var group in groups)
        {
            var all = true;
            foreach (var pattern in group)
            {
                all &= Find(slices, pattern, except: null) is not null;
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="except">No identifier excludes itself, even where its own pattern fits it.</param>
    private static Gs1Ai? Find(in Gs1Slices slices, string pattern, Gs1Ai? except)
    {
        foreach (var slice in slices.Span)
        {
            if (!ReferenceEquals(slice.Ai, except) && Fits(slice.Ai.Code, pattern))
            {
                return slice.Ai;
            }
        }

        return null;
    }

    private static bool Fits(string code, string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (code.Length != pattern.Length || (pattern[i] != 'n' && pattern[i] != code[i]))
            {
                return false;
            }
        }

        return true;
    }
}
