using System.Collections.Frozen;

namespace HemC101.Tracking.Steps;

/// <summary>What a step recorded, parsed and within its limits; by field.</summary>
public sealed class RecordValues
{
    private readonly FrozenDictionary<string, object> _values;

    private RecordValues(FrozenDictionary<string, object> values) => _values = values;

    public static RecordValues Empty { get; } = new(FrozenDictionary<string, object>.Empty);

    /// <exception cref="KeyNotFoundException">The field is optional and was left empty, or does not belong to the step.</exception>
    public T Get<T>(Field<T> field)
        where T : notnull => (T)_values[field.Name];

    public bool Has(Field field) => _values.ContainsKey(field.Name);

    public IEnumerable<FreeText> Texts => _values.Values.OfType<FreeText>();

    /// <summary>By field.</summary>
    public IEnumerable<KeyValuePair<string, FreeText>> TextFields =>
        _values.Where(value => value.Value is FreeText).Select(value => KeyValuePair.Create(value.Key, (FreeText)value.Value));

    /// <summary>Every text once more, as <paramref name="seal"/> makes it of its field's name and itself.</summary>
    public RecordValues WithTexts(Func<string, FreeText, FreeText> seal) =>
        Texts.Any() ? new(_values.ToFrozenDictionary(value => value.Key, value => value.Value is FreeText text ? seal(value.Key, text) : value.Value)) : this;

    /// <summary>Every profile once more, as <paramref name="mark"/> marks it.</summary>
    public RecordValues WithProfiles(Func<StrProfile, StrProfile> mark) =>
        new(_values.ToFrozenDictionary(value => value.Key, value => value.Value is StrProfile profile ? mark(profile) : value.Value));

    /// <summary>What stands in both is taken from here.</summary>
    public RecordValues Over(RecordValues others) => new(others._values.Concat(_values).GroupBy(value => value.Key)
        .ToFrozenDictionary(value => value.Key, value => value.Last().Value));

    /// <returns>True when one of them says nothing of a field that is not optional: then it was not asked there.</returns>
    public bool Agrees(RecordValues others, Field field) => (_values.GetValueOrDefault(field.Name), others._values.GetValueOrDefault(field.Name)) switch
    {
        (null, null) => true,
        ({ } here, { } there) => here.Equals(there),
        _ => !field.Optional,
    };

    /// <param name="value">Of the field's type.</param>
    internal RecordValues With(Field field, object value) =>
        new(new Dictionary<string, object>(_values) { [field.Name] = value }.ToFrozenDictionary());

    /// <summary>Reads every field of the form.</summary>
    /// <param name="raw">What the form sent for a field name; null or empty when nothing.</param>
    public static (RecordValues Values, IReadOnlyDictionary<string, Text> Errors) Parse(IEnumerable<Field> fields, Func<string, string?> raw)
    {
        var values = new Dictionary<string, object>();
        var errors = new Dictionary<string, Text>();
        foreach (var field in fields)
        {
            var text = raw(field.Name) ?? "";
            if (field.Optional && text.Length == 0)
            {
                continue;
            }

            if (field.Check(text, out var value) is { } error)
            {
                errors[field.Name] = error;
            }
            else
            {
                values[field.Name] = value!;
            }
        }

        return (new RecordValues(values.ToFrozenDictionary()), errors);
    }
}
