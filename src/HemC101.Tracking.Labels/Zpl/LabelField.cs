using DotLiquid;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>A value that knows its name for error messages and cannot reach the printer undrawn.</summary>
internal sealed class LabelField(string name, string value) : Drop
{
    public string Name { get; } = name;

    public string Value { get; } = value;

    public static LabelField Of(object? input) => input switch
    {
        LabelField field => field,
        string text => new LabelField("'" + text + "'", text),
        _ => throw new InvalidOperationException($"\"{input}\" is neither a field nor a text."),
    };

    /// <summary>Liquid calls this for a place without a drawing filter; field data must never become printer commands.</summary>
    public override string ToString() =>
        throw new InvalidOperationException($"The field \"{Name}\" stands undrawn. End the place with text, data_matrix or code128.");
}
