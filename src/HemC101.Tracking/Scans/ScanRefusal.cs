namespace HemC101.Tracking.Scans;

/// <summary>Why a scan was not understood: a key that programs may rely on, and the sentence for the person with the scanner.</summary>
public sealed class ScanRefusal
{
    private readonly Text _template;
    private readonly object?[] _values;

    internal ScanRefusal(string key, string ru, string en)
        : this(key, new Text(ru, en), [])
    {
    }

    private ScanRefusal(string key, Text template, object?[] values)
    {
        Key = key;
        _template = template;
        _values = values;
    }

    /// <summary>Standard and cause, <c>isbt.count</c>.</summary>
    public string Key { get; }

    public Text Sentence => _values.Length == 0 ? _template : _template.With(_values);

    /// <summary>The sentence is put together only when somebody reads it: of several attempts at one scan most are thrown away.</summary>
    internal ScanRefusal With(params object?[] values) => new(Key, _template, values);

    internal bool IsFor(ScanRefusal cause) => Key == cause.Key;

    public override string ToString() => $"{Key}: {Sentence.En}";
}
