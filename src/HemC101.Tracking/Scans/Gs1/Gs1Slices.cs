using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>An identifier and where its value stands in the text.</summary>
internal readonly record struct Gs1Slice(Gs1Ai Ai, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>The elements of one text while it is read, without a heap allocation.</summary>
internal struct Gs1Slices
{
    public const int Most = 32;

    private Places _places;

    public int Count { get; private set; }

    [UnscopedRef]
    public readonly ReadOnlySpan<Gs1Slice> Span => ((ReadOnlySpan<Gs1Slice>)_places)[..Count];

    /// <returns>False when there is no room for one more.</returns>
    public bool TryPush(Gs1Slice slice)
    {
        if (Count == Most)
        {
            return false;
        }

        _places[Count++] = slice;
        return true;
    }

    public void Pop() => Count--;

    public readonly bool Has(Gs1Ai ai)
    {
        foreach (var slice in Span)
        {
            if (ReferenceEquals(slice.Ai, ai))
            {
                return true;
            }
        }

        return false;
    }

    [InlineArray(Most)]
    private struct Places
    {
        private Gs1Slice _first;
    }
}
