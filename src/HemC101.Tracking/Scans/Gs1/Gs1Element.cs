namespace HemC101.Tracking.Scans.Gs1;

/// <summary>One element: an application identifier and its value, which holds to the identifier's format and checks.</summary>
public readonly record struct Gs1Element
{
    internal Gs1Element(Gs1Ai definition, string value)
    {
        Definition = definition;
        Value = value;
    }

    /// <summary>Two to four digits.</summary>
    public string Ai => Definition.Code;

    public string Value { get; }

    internal Gs1Ai Definition { get; }

    /// <exception cref="ArgumentException">No such identifier, or the value breaks its format or a check.</exception>
    public static Gs1Element Of(string ai, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var definition = Gs1Table.Get(ai);
        return definition.Fault(value) is { } fault
            ? throw new ArgumentException($"'{value}' is no value of ({ai}): {fault}.", nameof(value))
            : new Gs1Element(definition, value);
    }

    internal Text Shown
    {
        get
        {
            var value = Gs1Display.Of(Definition, Value);
            return new($"{Definition.Name.Ru}: {value}", $"{Definition.Name.En}: {value}");
        }
    }
}
