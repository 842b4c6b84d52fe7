namespace HemC101.Tracking.Chain;

/// <summary>
/// A line of a paper sheet kept while the system was down, and entered afterwards by somebody who had no part in it: who that was says the
/// signature that means Transcribed; those who signed by hand on the sheet confirm it afterwards.
/// </summary>
/// <param name="Sheet">Its number.</param>
/// <param name="Number">Of the line; from 1.</param>
/// <param name="Picture">Lower-case hex SHA-256 of the picture of the sheet.</param>
/// <param name="Against">Codes of the rules that would have refused the step at the time on the sheet; it had happened all the same.</param>
public sealed record SheetLine(string Sheet, int Number, string Picture, IReadOnlyList<string> Against);
