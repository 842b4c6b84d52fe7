namespace HemC101.Tracking.Scans;

/// <summary>One element of a code, as programs and people are shown it.</summary>
/// <param name="Id">Number of the ISBT 128 structure (<c>001</c>), GS1 application identifier (<c>8018</c>) or house identifier (<c>&amp;e</c>).</param>
/// <param name="Value">As it stands in the symbol after its identifier.</param>
public sealed record CodeElement(string Id, string Value, Text Shown);
