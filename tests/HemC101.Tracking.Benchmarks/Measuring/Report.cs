using System.Globalization;

namespace HemC101.Tracking.Benchmarks.Measuring;

/// <summary>One line a limit, <c>name: measured (limit) ok|SHORT</c>; what is measured for orientation has no verdict.</summary>
internal sealed class Report(TextWriter to)
{
    /// <summary>True once a limit was missed.</summary>
    public bool FellShort { get; private set; }

    /// <param name="name">Of the limit.</param>
    /// <param name="measured">Ok below the limit.</param>
    /// <param name="limit">In the same unit.</param>
    /// <param name="unit">Of both.</param>
    public void Limit(string name, double measured, double limit, string unit) => Limit(name, measured, limit, unit, "limit", measured < limit);

    /// <param name="name">Of the limit.</param>
    /// <param name="measured">Ok from the limit on.</param>
    /// <param name="limit">In the same unit.</param>
    /// <param name="unit">Of both.</param>
    public void AtLeast(string name, double measured, double limit, string unit) =>
        Limit(name, measured, limit, unit, "at least", measured >= limit);

    public void Note(string name, double measured, string unit) => Write($"  {name}: {With(Text(measured), unit)}");

    public void Say(string text) => Write($"  {text}");

    public void Heading(string text) => Write($"== {text}");

    private void Limit(string name, double measured, double limit, string unit, string word, bool ok)
    {
        FellShort |= !ok;
        Write($"{name}: {With(Text(measured), unit)} ({word} {With(limit.ToString(CultureInfo.InvariantCulture), unit)}) {(ok ? "ok" : "SHORT")}");
    }

    private static string With(string number, string unit) => $"{number} {unit}".TrimEnd();

    private static string Text(double value) =>
        value.ToString(Math.Abs(value) switch { < 1 => "0.000", < 100 => "0.00", _ => "0" }, CultureInfo.InvariantCulture);

    private void Write(string line)
    {
        to.WriteLine(line);
        to.Flush();
    }
}
