using System.Collections.Immutable;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>A GS1 scan as its elements, in the order of the symbol.</summary>
public sealed class Gs1Message(ImmutableArray<Gs1Element> values) : CodeContent
{
    public ImmutableArray<Gs1Element> Values => values;

    public override CodeFamily Family => CodeFamily.Gs1;

    public override IEnumerable<CodeElement> Elements => values.Select(value => new CodeElement(value.Ai, value.Value, value.Shown));

    /// <returns>Null when the identifier is not there.</returns>
    public string? Find(string ai)
    {
        foreach (var value in values)
        {
            if (value.Ai == ai)
            {
                return value.Value;
            }
        }

        return null;
    }

    /// <summary>True when a check digit shows that the text is GS1, whatever symbol it came from.</summary>
    internal bool IsProven => values.Any(value => value.Definition.HasCheck);

    internal static Gs1Message Of(ReadOnlySpan<char> text, in Gs1Slices slices)
    {
        var values = ImmutableArray.CreateBuilder<Gs1Element>(slices.Count);
        foreach (var slice in slices.Span)
        {
            values.Add(new Gs1Element(slice.Ai, text.Slice(slice.Start, slice.Length).ToString()));
        }

        return new Gs1Message(values.MoveToImmutable());
    }
}
