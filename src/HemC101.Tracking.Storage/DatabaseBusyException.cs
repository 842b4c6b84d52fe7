namespace HemC101.Tracking.Storage;

/// <summary>Too many want to write at once, or the program is ending: this one was turned away before it wrote anything.</summary>
public sealed class DatabaseBusyException(Text text) : Exception(text.En)
{
    public Text Text { get; } = text;
}
