using DotLiquid;
using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>A value that knows its name for error messages and cannot reach the printer undrawn.</summary>
/// <param name="value">Null when nobody has filled it in, which matters once it is to be drawn.</param>
/// <param name="template">That it stands in.</param>
internal sealed class LabelField(string name, string? value, string template = "") : Drop
{
    public string Name { get; } = name;

    /// <exception cref="LabelFieldMissingException">It is empty.</exception>
    public string Value => value ?? throw new LabelFieldMissingException(Name, template);

    /// <summary>Labels of another form than this one show it.</summary>
    public bool Hidden { get; private init; }

    /// <summary>It is not the same on labels of every form.</summary>
    public bool Varies { get; private init; }

    public static LabelField Of(object? input) => input switch
    {
        LabelField field => field,
        string text => new LabelField("'" + text + "'", text),
        _ => throw new InvalidOperationException($"\"{input}\" is neither a field nor a text."),
    };

    public LabelField Saying(string text) => Hidden ? this : new LabelField(Name, text, template) { Varies = Varies };

    public LabelField Only(bool shown) => new(Name, value, template) { Hidden = Hidden || !shown, Varies = true };

    /// <summary>Liquid calls this for a place without a drawing filter; field data must never become printer commands.</summary>
    public override string ToString() =>
        throw new InvalidOperationException($"The field \"{Name}\" stands undrawn. End the place with text, data_matrix or code128.");
}
