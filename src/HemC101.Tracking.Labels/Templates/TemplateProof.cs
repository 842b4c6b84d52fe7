using System.Text.RegularExpressions;
using HemC101.Tracking.Labels.Drawing;
using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>
/// Takes a template apart place by place, because the Liquid engine does not say in which line an error is.
/// A label has no conditions and no loops: what is printed must not depend on a branch nobody looked at.
/// </summary>
internal static partial class TemplateProof
{
    /// <returns>The names the template uses, in their order.</returns>
    public static IReadOnlyCollection<string> Check(string file, string source, int width, int height)
    {
        RequireOneLabel(file, source);
        RefuseWhatALabelMustNotHave(file, source);
        var names = new List<string>();
        var rest = 0;
        foreach (Match place in Place().Matches(source))
        {
            RequireNoLooseBraces(file, source, rest, place.Index);
            rest = place.Index + place.Length;
            var form = Form().Match(place.Value);
            if (!form.Success)
            {
                throw new TemplateException(file, LineOf(source, place.Index), $"\"{place.Value}\" is not of the form {{{{ name | text: … }}}} or {{{{ 'fixed text' | text: … }}}}, with text, printer_text, data_matrix or code128. Before that may stand first only: '…', then english: '…' or within: '…'.");
            }

            if (form.Groups["name"] is { Success: true, Value: var name } && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        RequireNoLooseBraces(file, source, rest, source.Length);
        RequireDrawable(file, source, width, height);
        RequireCharacterSet(file, source);
        DrawOnce(file, source, names, new LabelSheet(width, height, fonts: null));
        return names;
    }

    /// <summary>The finished label is checked for it, too: what stands behind it would withhold every one.</summary>
    private static void RequireOneLabel(string file, string source)
    {
        var end = source.IndexOf("^XZ", StringComparison.Ordinal);
        if (!source.StartsWith("^XA", StringComparison.Ordinal) || source.LastIndexOf("^XA", StringComparison.Ordinal) > 0)
        {
            throw new TemplateException(file, 1, "a label starts with ^XA, which stands once.");
        }

        if (end < 0 || source.AsSpan(end + 3).Trim().Length > 0)
        {
            throw new TemplateException(file, LineOf(source, end < 0 ? source.Length : end), "a label ends with ^XZ, and nothing stands behind it.");
        }
    }

    private static void RefuseWhatALabelMustNotHave(string file, string source)
    {
        (string Needle, string Reason)[] unwanted =
        [
            ("{%", "tags {% … %} are not allowed: a label has no conditions. For a remark use ^FX … ^FS."),
            ("~", "'~' commands act on the printer, not on the label, and are not allowed."),
            ("^PQ", "the number of copies is not the template's to say: one job is one label."),
            ("^BX", "write {{ symbol | data_matrix: x, y, module }} instead of ^BX, so that the payload is escaped."),
            ("^BC", "write {{ linear | code128: x, y, height, module }} instead of ^BC, so that the payload is escaped."),
        ];
        foreach (var (needle, reason) in unwanted)
        {
            var at = source.IndexOf(needle, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                throw new TemplateException(file, LineOf(source, at), reason);
            }
        }
    }

    /// <summary>A printer's own font is told which letters by their numbers in Unicode.</summary>
    private static void RequireCharacterSet(string file, string source)
    {
        var place = Place().Matches(source).FirstOrDefault(place => place.Value.Contains("printer_text", StringComparison.Ordinal));
        if (place is not null && source.IndexOf("^CI28", StringComparison.Ordinal) is var set && (set < 0 || set > place.Index))
        {
            throw new TemplateException(file, LineOf(source, place.Index), "a printer's own font needs ^CI28 before it.");
        }
    }

    private static void RequireNoLooseBraces(string file, string source, int from, int to)
    {
        var between = source.AsSpan(from, to - from);
        var loose = between.IndexOf("{{");
        loose = loose >= 0 ? loose : between.IndexOf("}}");
        if (loose >= 0)
        {
            throw new TemplateException(file, LineOf(source, from + loose), "\"{{\" and \"}}\" do not pair up.");
        }
    }

    /// <summary>What is not a place is ZPL that PDF and preview can show too.</summary>
    private static void RequireDrawable(string file, string source, int width, int height)
    {
        try
        {
            var plain = Place().Replace(source, place => MarkFor(place.Value));
            if (PlainZpl.Read(plain).FirstOrDefault(frame => frame is { } f && (f.X + f.Width > width || f.Y + f.Height > height)) is { } outside)
            {
                throw new PlainZplException(
                    source.IndexOf($"^FO{outside.X},{outside.Y}", StringComparison.Ordinal),
                    $"the frame at {outside.X},{outside.Y}, {outside.Width}×{outside.Height}, lies outside the label {width}×{height}.");
            }
        }
        catch (PlainZplException e)
        {
            throw new TemplateException(file, LineOf(source, Math.Max(0, e.At)), e.Message, e);
        }
    }

    /// <summary>As long as the place and with its line ends, so that what comes after keeps its line.</summary>
    private static string MarkFor(string place) =>
        PlainZpl.Place + string.Concat(place.Skip(1).Select(c => c == '\n' ? '\n' : ' '));

    /// <summary>The label as a whole; place by place only when it cannot be drawn, since that takes many times as long.</summary>
    private static void DrawOnce(string file, string source, List<string> names, LabelSheet sheet)
    {
        var samples = names.ToDictionary(name => name, _ => (string?)"0");
        if (Fault(source, samples, sheet) is not { } fault)
        {
            return;
        }

        foreach (Match place in Place().Matches(source))
        {
            if (Fault(place.Value, samples, sheet) is { } here)
            {
                throw new TemplateException(file, LineOf(source, place.Index), $"{place.Value}: {here.Message}", here);
            }
        }

        throw new TemplateException(file, 1, fault.Message, fault);
    }

    /// <returns>Null when everything can be drawn.</returns>
    private static Exception? Fault(string source, Dictionary<string, string?> samples, LabelSheet sheet)
    {
        try
        {
            LabelFilters.Render(DotLiquid.Template.Parse(source), samples, sheet);
            return null;
        }
        catch (Exception e) when (e is DotLiquid.Exceptions.LiquidException or ArgumentException or FormatException
            or InvalidCastException or OverflowException or InvalidOperationException or LabelContentException)
        {
            return e;
        }
    }

    private static int LineOf(string source, int index) => source.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\{\{\s*(?:(?<name>[a-z][a-z0-9_]*)|'[^']*')\s*(?:\|\s*only\s*:\s*'[^']*'\s*)*(?:\|\s*(?:english\s*:\s*'[^']*'|within\s*:\s*'[^']*'(?:\s*,\s*'[^']*')?)\s*)*\|\s*(?:text|printer_text|data_matrix|code128)\s*:[^|]*\}\}$")]
    private static partial Regex Form();
}
