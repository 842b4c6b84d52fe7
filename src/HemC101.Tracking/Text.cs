using System.Globalization;

namespace HemC101.Tracking;

/// <summary>A sentence for people, in both languages of the house. Stored data carries codes, never these texts.</summary>
public sealed record Text(string Ru, string En)
{
    public string In(string language) => language == "en" ? En : Ru;

    /// <summary>Fills <c>{0}</c>, <c>{1}</c> in both languages with the same values.</summary>
    public Text With(params object?[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, Ru, values), string.Format(CultureInfo.InvariantCulture, En, values));

    public override string ToString() => En;
}
