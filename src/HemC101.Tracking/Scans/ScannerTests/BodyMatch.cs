using System.Collections.Immutable;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Gs1;

namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>What a scanner's own settings did to the data of a test symbol.</summary>
internal sealed record BodyMatch(ImmutableArray<Finding> Findings, ScannerSetup Setup)
{
    private const string AltCode = "029";
    private const string Separator = "\x1D";

    /// <returns>Null when no known setting makes <paramref name="body"/> of the symbol.</returns>
    public static BodyMatch? Of(TestSymbol expected, string body) =>
        Separated(expected.Fields, body) ?? Converted(expected, body);

    /// <returns>Null unless all letters came in one case.</returns>
    public static BodyMatch? OfOneCase(TestSymbol expected, string body)
    {
        foreach (var change in new Func<string, string>[] { text => text.ToUpperInvariant(), text => text.ToLowerInvariant() })
        {
            if (Separated([.. expected.Fields.Select(change)], body) is { } match)
            {
                return match with { Findings = match.Findings.Add(new(ScannerFault.CaseChanged)) };
            }
        }

        return null;
    }

    private static BodyMatch? Separated(string[] fields, string body)
    {
        if (fields.Length == 1)
        {
            return fields[0] == body ? new([], ScannerSetup.Unproven) : null;
        }

        if (Between(fields, body) is { } sent)
        {
            return Instead(sent);
        }

        return Between(["", .. fields], body) is { Length: > 0 } first && Instead(first) is var match
            ? match with { Findings = match.Findings.Add(new(ScannerFault.SeparatorFirst)) }
            : null;
    }

    /// <returns>What stands between the fields, everywhere the same; null when the fields are not there.</returns>
    private static string? Between(string[] fields, string body)
    {
        var gaps = fields.Length - 1;
        var rest = body.Length - fields.Sum(field => field.Length);
        if (rest < 0 || rest % gaps != 0)
        {
            return null;
        }

        var sent = body.Substring(fields[0].Length, rest / gaps);
        return string.Join(sent, fields) == body ? sent : null;
    }

    private static BodyMatch Instead(string sent) => sent switch
    {
        Separator => new([], new(SendsSeparators: true)),
        "" => Bad(ScannerFault.SeparatorLost),
        AltCode => Bad(ScannerFault.SeparatorAltCode, sent),
        _ when GroupSeparators.Restore(sent, null) == Separator => new([Replaced(sent)], new(SendsSeparators: true)),
        [var one] when !Gs1Characters.Allows('x', [one]) => new([Replaced(sent)], new(one, SendsSeparators: true)),
        _ => Bad(ScannerFault.SeparatorUnsafe, sent),
    };

    private static Finding Replaced(string sent) => new(ScannerFault.SeparatorReplaced, sent);

    private static BodyMatch Bad(ScannerFault fault, string? detail = null) => new([new(fault, detail)], ScannerSetup.Unproven);

    private static BodyMatch? Converted(TestSymbol expected, string body) => expected.Kind switch
    {
        TestSymbolKind.Code128 => Donation(expected.Payload, body),
        TestSymbolKind.DataMatrix => body == expected.Payload[2..] ? Bad(ScannerFault.IdentifiersDropped) : null,
        TestSymbolKind.Gs1DataMatrix => body == Bracketed(expected.Payload) ? Bad(ScannerFault.Brackets) : null,
    };

    private static BodyMatch? Donation(string payload, string body)
    {
        var converted = $"{payload[..^2]}{CheckCharacter.Mod37(payload.AsSpan(1..^2))}";
        return body == payload[1..] ? Bad(ScannerFault.IdentifiersDropped)
            : body == converted ? Bad(ScannerFault.FlagsConverted)
            : body == converted[1..] ? new([new(ScannerFault.FlagsConverted), new(ScannerFault.IdentifiersDropped)], ScannerSetup.Unproven)
            : null;
    }

    private static string Bracketed(string payload) =>
        Gs1Reader.Read(payload, new ScannerSetup(SendsSeparators: true), out var message, out _) is null
            ? string.Concat(message!.Values.Select(value => $"({value.Ai}){value.Value}"))
            : throw new InvalidOperationException("The test symbol is no GS1 element string.");
}
