using System.Text;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Steps;

/// <summary>
/// A genetic identity profile as the laboratory reports it: each locus with its alleles, one locus a line or parted by semicolons. It tells who
/// somebody is and is kept nowhere: an event gets the <see cref="Mark"/> and the names of the loci alone.
/// </summary>
/// <param name="Normal">The loci in order, each with its alleles in order; equal for equal profiles.</param>
public sealed record StrProfile(string Normal)
{
    /// <summary>Stands between loci.</summary>
    public const char Between = ';';

    /// <summary>Keyed hash of what is normal, under a secret of the site; set before any rule decides.</summary>
    public string Mark { get; init; } = "";

    public IReadOnlyList<string> Loci => [.. Normal.Split(Between).Select(locus => locus.Split(' ')[0])];

    /// <summary>The loci alone: which were looked at, and not what was seen.</summary>
    public string Panel => string.Join(Between, Loci);

    public override string ToString() => nameof(StrProfile);
}

/// <summary>One written form: a comma may part two alleles or stand for the point of one, so that it is neither.</summary>
public sealed partial record ProfileField(string Name, Text Label) : Field<StrProfile>(Name, Label)
{
    public const int Longest = 1_000;

    /// <summary>For the person who types.</summary>
    public static readonly Text Form = new(
        "по строке на локус: название без пробелов, пробел, аллели через косую черту, дробный – с точкой (D3S1358 15/16, TH01 6/9.3)",
        "a locus a line: its name without spaces, a space, the alleles with a slash between, a fractional one with a point (D3S1358 15/16, TH01 6/9.3)");

    private const string Cyrillic = "АВЕКМНОРСТХУ";
    private const string Alike = "ABEKMHOPCTXY";

    public override Text? Check(string raw, out object? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(raw) || raw.Length > Longest)
        {
            return raw.Length > Longest ? new Text($"«{Label.Ru}»: не больше {Longest} знаков.", $"{Label.En}: at most {Longest} characters.") : Missing;
        }

        string[] lines = [.. Latin(raw.Normalize(NormalizationForm.FormKC).ToUpperInvariant()).ReplaceLineEndings(";").Split(StrProfile.Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (lines.FirstOrDefault(line => !LocusForm().IsMatch(line)) is { } wrong)
        {
            var what = wrong.Split([' ', '\t'])[0];
            return new($"«{Label.Ru}»: локус «{what}» не читается однозначно. Пишите {Form.Ru}.", $"{Label.En}: locus {what} cannot be read in one way only. Write {Form.En}.");
        }

        var loci = lines.Select(line => line.Split([' ', '\t', '/'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (loci.GroupBy(locus => locus[0]).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new($"«{Label.Ru}»: локус «{twice.Key}» указан дважды.", $"{Label.En}: locus {twice.Key} is given twice.");
        }

        var normal = loci.OrderBy(locus => locus[0], StringComparer.Ordinal)
            .Select(locus => $"{locus[0]} {string.Join(',', Alleles(locus))}");
        value = loci.Count > 0 ? new StrProfile(string.Join(StrProfile.Between, normal)) : null;
        return value is null ? Missing : null;
    }

    /// <summary>Names of loci are Latin; on a Russian keyboard they come out in letters that look the same.</summary>
    private static string Latin(string text) => string.Concat(text.Select(letter => Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Alike[at] : letter));

    /// <summary>A homozygous allele is reported once or twice.</summary>
    private static IEnumerable<string> Alleles(string[] locus) => locus.Skip(1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>After a transplant a locus may show more than two.</summary>
    [GeneratedRegex(@"\A[A-Z][A-Z0-9_-]{1,15}[ \t]+(?:[1-9][0-9]?(?:\.[1-9])?|X|Y)(?:/(?:[1-9][0-9]?(?:\.[1-9])?|X|Y)){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocusForm();
}
