using System.Text;

namespace HemC101.Tracking.Steps;

/// <summary>
/// A genetic identity profile as the laboratory reports it: each locus with its alleles, one locus a line or parted by semicolons. It tells who
/// somebody is and is kept nowhere: an event gets the <see cref="Mark"/> alone.
/// </summary>
/// <param name="Normal">The loci in order, each with its alleles in order; equal for equal profiles.</param>
public sealed record StrProfile(string Normal)
{
    /// <summary>Keyed hash of what is normal, under a secret of the site; set before any rule decides.</summary>
    public string Mark { get; init; } = "";

    public override string ToString() => nameof(StrProfile);
}

public sealed record ProfileField(string Name, Text Label) : Field<StrProfile>(Name, Label)
{
    public const int Longest = 1_000;

    public override Text? Check(string raw, out object? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(raw) || raw.Length > Longest)
        {
            return raw.Length > Longest ? new Text($"«{Label.Ru}»: не больше {Longest} знаков.", $"{Label.En}: at most {Longest} characters.") : Missing;
        }

        var loci = raw.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ReplaceLineEndings(";")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split([' ', '\t', ',', '/', ':', '='], StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (loci.Find(locus => locus.Length < 2 || !locus.All(IsWord)) is { } wrong)
        {
            var what = wrong.Length > 0 ? wrong[0] : "…";
            return new($"«{Label.Ru}»: локус «{what}» – нужны его название и аллели, например D3S1358 15,16.", $"{Label.En}: locus {what} – give its name and alleles, such as D3S1358 15,16.");
        }

        if (loci.GroupBy(locus => locus[0]).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new($"«{Label.Ru}»: локус «{twice.Key}» указан дважды.", $"{Label.En}: locus {twice.Key} is given twice.");
        }

        var normal = loci.OrderBy(locus => locus[0], StringComparer.Ordinal)
            .Select(locus => $"{locus[0]} {string.Join(',', Alleles(locus))}");
        value = loci.Count > 0 ? new StrProfile(string.Join(';', normal)) : null;
        return value is null ? Missing : null;
    }

    /// <summary>A homozygous allele is reported once or twice.</summary>
    private static IEnumerable<string> Alleles(string[] locus) => locus.Skip(1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static bool IsWord(string word) => word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '*' or '<' or '>');
}
