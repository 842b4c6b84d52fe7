namespace HemC101.Tracking.Scans.Isbt;

/// <summary>One data structure of ST-001, its content read into a typed value.</summary>
public abstract record IsbtValue
{
    private protected IsbtValue(int structure) => Structure = IsbtStructures.Get(structure);

    /// <summary>Three digits, <c>001</c>.</summary>
    public string Number => Structure.Label;

    /// <summary>As it stands in the symbol, without the data identifier.</summary>
    public abstract string Content { get; }

    internal IsbtStructure Structure { get; }

    internal int Ds => Structure.Number;

    /// <summary>The value as people write it, in both languages alike where it needs no words.</summary>
    protected abstract Text Value { get; }

    internal Text Shown
    {
        get
        {
            var value = Value;
            return new($"{Structure.Name.Ru}: {value.Ru}", $"{Structure.Name.En}: {value.En}");
        }
    }

    private protected static Text Same(string text) => new(text, text);
}
