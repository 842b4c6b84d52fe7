using System.Collections.Frozen;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 002: group or special message (2), phenotype (1), and a last character that is always 0.</summary>
/// <param name="Group">A small letter stands only after M, in a message: <c>Ma</c>. Elsewhere it would be CapsLock's.</param>
public sealed record BloodGroupValue(string Group, char Phenotype) : IsbtValue(2)
{
    private static readonly FrozenDictionary<string, Text> Messages = new Dictionary<string, Text>
    {
        ["00"] = new("без сведений о группе", "no group information"),
        ["Ma"] = new("аутологично", "autologous"),
        ["Mb"] = new("биологически опасно", "biohazard"),
        ["Md"] = new("уничтожить", "discard"),
        ["Mq"] = new("карантин", "quarantine"),
        ["Mr"] = new("для исследований", "for research"),
        ["Mx"] = new("не для переливания", "not for transfusion"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Autologous = new Dictionary<string, string>
    {
        ["97"] = "O−",
        ["98"] = "O−",
        ["53"] = "O+",
        ["54"] = "O+",
        ["08"] = "A−",
        ["09"] = "A−",
        ["64"] = "A+",
        ["65"] = "A+",
        ["19"] = "B−",
        ["20"] = "B−",
        ["75"] = "B+",
        ["76"] = "B+",
        ["30"] = "AB−",
        ["31"] = "AB−",
        ["86"] = "AB+",
        ["87"] = "AB+",
    }.ToFrozenDictionary();

    public override string Content => $"{Group}{Phenotype}0";

    protected override Text Value =>
        Messages.TryGetValue(Group, out var message) ? message
        : Autologous.TryGetValue(Group, out var group) ? new($"{group}, только аутологично ({Group})", $"{group}, autologous only ({Group})")
        : Same(Content);

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        (Charset.IsUpperAlphanumeric(content[..2]) || content is ['M', >= 'a' and <= 'z', ..]) && Charset.IsUpperAlphanumeric(content[2..3]) && content[3] == '0'
            ? new BloodGroupValue(content[..2].ToString(), content[2])
            : null;
}
