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
