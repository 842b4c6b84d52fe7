using System.Globalization;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Drawing;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Draws values as ZPL onto a label of the given size in dots. Without fonts it only checks that places lie on the label.</summary>
internal sealed class LabelSheet(int width, int height, LabelFonts? fonts)
{
    private readonly HashSet<string> _said = [];
    private readonly HashSet<string> _meant = [];

    public bool Gs1 { get; init; }

    /// <summary>Name of the template, for what is said of it.</summary>
    public string Template { get; init; } = "";

    public LabelForm Form { get; init; } = LabelForm.Default;

    /// <summary>The fields that were drawn.</summary>
    public IReadOnlySet<string> Said => _said;

    /// <summary>The forms that a place was drawn for, in the words of the template: one of them is also the name of a field.</summary>
    public IReadOnlySet<string> Meant => _meant;

    /// <summary>Collects the places as shapes, and leaves a mark for each in the text; null where they are drawn as ZPL.</summary>
    public ShapeBook? Shapes { get; init; }

    public PrintDensity Density { get; init; } = PrintDensity.Dpi203;

    /// <summary>Without fonts every place is checked, whatever labels it stands on.</summary>
    public LabelField Only(LabelField field, string forms)
    {
        var fits = FormWords.Fits(forms, Form);
        if (fits)
        {
            _meant.UnionWith(forms.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return field.Only(fits || fonts is null);
    }

    public string Text(LabelField field, TextBox box) =>
        Text(field, box, box => Origin(box.X, box.Y) + ZplGraphic.Encode(TextDrawing.Draw(field, box, fonts!)) + "^FS");

    /// <param name="font">Of the printer; PDF, SVG and preview show ours.</param>
    public string PrinterText(LabelField field, string font, TextBox box)
    {
        PrinterFont.Require(font, box.Style);
        return Text(field, box, box => PrinterFont.Write(font, box, TextLayout.Of(field, box, fonts!)));
    }

    private string Text(LabelField field, TextBox box, Func<TextBox, string> write)
    {
        if (box.X < 0 || box.Y < 0 || box.Width <= 0 || box.Height <= 0 || box.X + box.Width > width || box.Y + box.Height > height)
        {
            throw new ArgumentException($"The text box {box.X},{box.Y} {box.Width}×{box.Height} lies outside the label {width}×{height}.");
        }

        if (box.Size < TextBox.SmallestSize)
        {
            throw new ArgumentException($"Type size {box.Size} is below the smallest readable {TextBox.SmallestSize}.");
        }

        if (field.Hidden)
        {
            return "";
        }

        _said.Add(field.Name);
        box = box with { Smallest = TextBox.SmallestAt(Density) };
        if (fonts is not null && Shapes is not null)
        {
            return Shapes.Add(new TextShape(box, TextLayout.Of(field, box, fonts)));
        }

        return fonts is null ? "" : write(box);
    }

    /// <summary>Quality 200 is ECC 200. The escape character is given because its default changed between firmware versions.</summary>
    public string DataMatrix(LabelField field, int x, int y, int module, int most)
    {
        RequireOnEveryLabel(field);
        RequireAscii(field, control: Gs1 ? SymbolData.Separator : null);
        ArgumentOutOfRangeException.ThrowIfLessThan(module, 1);
        var modules = SymbolSize.DataMatrixModules(field.Value, Gs1);
        if (modules is null || modules > most)
        {
            throw new LabelDoesNotFitException(field.Name, field.Value);
        }

        var side = module * modules.Value;
        RequireRoom(field, x, y, side, side, quietX: module, quietY: module);
        if (Shapes is not null)
        {
            return Shapes.Add(SymbolShape.Of(Gs1 ? Symbology.Gs1DataMatrix : Symbology.DataMatrix, field.Value, x, y, module, row: module));
        }

        return $"{Origin(x, y)}^BXN,{module},200,,,,_{SymbolData.Hex}{SymbolData.ForDataMatrix(field.Value, Gs1)}^FS";
    }

    /// <summary>Mode A lets the printer choose between subsets B and C.</summary>
    public string Code128(LabelField field, int x, int y, int barHeight, int module, int most)
    {
        RequireOnEveryLabel(field);
        RequireAscii(field, control: null);
        if (field.Value.Contains('>', StringComparison.Ordinal))
        {
            throw Unprintable(field, "'>'");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(module, 1);
        var modules = SymbolSize.Code128Modules(field.Value);
        if (modules > most)
        {
            throw new LabelDoesNotFitException(field.Name, field.Value);
        }

        RequireRoom(field, x, y, module * modules, barHeight, quietX: 10 * module, quietY: 0);
        if (Shapes is not null)
        {
            return Shapes.Add(SymbolShape.Of(Symbology.Code128, field.Value, x, y, module, row: barHeight));
        }

        return $"{Origin(x, y)}^BY{module}^BCN,{barHeight},N,N,N,A{SymbolData.Hex}{SymbolData.ForCode128(field.Value)}^FS";
    }

    private void RequireRoom(LabelField field, int x, int y, int across, int down, int quietX, int quietY)
    {
        if (x < quietX || y < quietY || x + across + quietX > width || y + down + quietY > height)
        {
            throw new LabelDoesNotFitException(field.Name, field.Value);
        }
    }

    private static void RequireOnEveryLabel(LabelField field)
    {
        if (field.Varies)
        {
            throw new ArgumentException("A symbol stands on every label and says the same on each: no \"only\" and no \"english\" before it.");
        }
    }

    private static void RequireAscii(LabelField field, char? control)
    {
        foreach (var c in field.Value)
        {
            if (c != control && c is < ' ' or > '\x7E')
            {
                throw Unprintable(field, $"U+{(int)c:X4}");
            }
        }
    }

    private static LabelContentException Unprintable(LabelField field, string what) => new(field.Name, new Text(
        $"В поле «{field.Name}» есть символ {what}, которому не место в штриховом коде. Исправьте значение.",
        $"The field \"{field.Name}\" holds {what}, which has no place in the symbol. Correct the value."));

    private static string Origin(int x, int y) => string.Create(CultureInfo.InvariantCulture, $"^FO{x},{y}");
}
