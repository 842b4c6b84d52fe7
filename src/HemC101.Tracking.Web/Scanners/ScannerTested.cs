using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Web.Scanners;

/// <summary>What the ledger keeps of a finished test, in the stream of its device.</summary>
internal sealed record ScannerTested(
    string TestId,
    string Place,
    bool Passed,
    IReadOnlyList<SymbolTested> Symbols,
    bool SendsPrefix,
    bool SendsSeparators,
    string? SeparatorReplacement,
    int? MedianMs)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
        Converters = { new JsonStringEnumConverter() },
    };

    public static string StreamOf(string device) => $"scanner/{device}";

    public static ScannerTested Of(string testId, string place, IReadOnlyList<Diagnosis> scans, ScannerTestResult result) => new(
        testId,
        place,
        result.Passed,
        [.. scans.Select(scan => new SymbolTested(scan.Symbol, scan.Findings))],
        result.SendsPrefix,
        result.Setup.SendsSeparators,
        result.Setup.SeparatorReplacement?.ToString(),
        (int?)result.MedianMs);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static string WriteFindings(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(findings, Json);

    public static IReadOnlyList<Finding> ReadFindings(string json) => JsonSerializer.Deserialize<IReadOnlyList<Finding>>(json, Json)!;
}

/// <param name="Symbol">Key of the test symbol.</param>
internal sealed record SymbolTested(string Symbol, IReadOnlyList<Finding> Findings);
