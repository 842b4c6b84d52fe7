using System.Globalization;
using DotLiquid;
using DotLiquid.NamingConventions;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>What a template can do with a value. Lengths are dots: 8 to the millimetre.</summary>
internal static class LabelFilters
{
    private const string SheetKey = "sheet";

    static LabelFilters() => Template.NamingConvention = new RubyNamingConvention();

    public static string Render(Template template, IReadOnlyDictionary<string, string?> values, LabelSheet sheet)
    {
        var variables = new Hash();
        foreach (var (name, value) in values)
        {
            variables[name] = new LabelField(name, value, sheet.Template);
        }

        // A context of its own: otherwise the template, which all printers share, would keep the sheet of one rendering for the next.
        var registers = Hash.FromDictionary(new Dictionary<string, object> { [SheetKey] = sheet });
        var context = new Context([variables], new Hash(), registers, ErrorsOutputMode.Rethrow, 0, CultureInfo.InvariantCulture, CancellationToken.None)
        {
            SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22,
        };
        context.AddFilters(typeof(Drawing));
        return template.Render(new RenderParameters(CultureInfo.InvariantCulture) { Context = context });
    }

    /// <summary>The method names in snake case are the filter names.</summary>
    internal static class Drawing
    {
        /// <param name="pattern">Text around the value, which takes the place of <c>{}</c>.</param>
        /// <param name="english">The same on labels with English; none when it is no other.</param>
        public static object Within(Context context, object? input, string pattern, string english = "")
        {
            var field = LabelField.Of(input);
            var around = english.Length > 0 && Sheet(context).Form.English ? english : pattern;
            return around.Contains("{}", StringComparison.Ordinal)
                ? field.Hidden ? field : field.Saying(around.Replace("{}", field.Value, StringComparison.Ordinal))
                : throw new ArgumentException("\"within\" needs {} where the value goes.");
        }

        /// <summary>The place stands on labels of these forms alone.</summary>
        public static object Only(Context context, object? input, string forms) => Sheet(context).Only(LabelField.Of(input), forms);

        /// <param name="text">Stands behind the Russian on labels with English.</param>
        public static object English(Context context, object? input, string text)
        {
            var field = LabelField.Of(input).Only(shown: true);
            return Sheet(context).Form.English && !field.Hidden ? field.Saying($"{field.Value} / {text}") : field;
        }

        /// <param name="style">Any of <c>bold</c>, <c>centre</c>, <c>right</c>, <c>inverse</c> (white on black), parted by blanks.</param>
        public static string Text(Context context, object? input, int x, int y, int width, int height, int size, string style = "") =>
            Sheet(context).Text(LabelField.Of(input), new TextBox(x, y, width, height, size, TextStyle.Parse(style)));

        /// <param name="font">Loaded into the printer by the hospital, such as <c>E:ARIAL.TTF</c>.</param>
        /// <inheritdoc cref="Text"/>
        public static string PrinterText(Context context, object? input, string font, int x, int y, int width, int height, int size, string style = "") =>
            Sheet(context).PrinterText(LabelField.Of(input), font, new TextBox(x, y, width, height, size, TextStyle.Parse(style)));

        /// <param name="most">The largest symbol, in modules, that the place has room for.</param>
        public static string DataMatrix(Context context, object? input, int x, int y, int module, int most = int.MaxValue) =>
            Sheet(context).DataMatrix(LabelField.Of(input), x, y, module, most);

        /// <inheritdoc cref="DataMatrix"/>
        public static string Code128(Context context, object? input, int x, int y, int height, int module, int most = int.MaxValue) =>
            Sheet(context).Code128(LabelField.Of(input), x, y, height, module, most);

        private static LabelSheet Sheet(Context context) => (LabelSheet)context.Registers[SheetKey];
    }
}
