using System.Collections.Immutable;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>An ISBT 128 scan as its structures, in their order.</summary>
public sealed class IsbtMessage(IsbtForm form, ImmutableArray<IsbtValue> values) : CodeContent
{
    public IsbtForm Form => form;

    public ImmutableArray<IsbtValue> Values => values;

    public override CodeFamily Family => CodeFamily.Isbt128;

    public override IEnumerable<CodeElement> Elements => values.Select(value => new CodeElement(value.Number, value.Content, value.Shown));

    /// <summary>Of a value alone, as when it was typed.</summary>
    internal static IsbtMessage Of(IsbtValue value) => new(IsbtForm.Single, [value]);
}
