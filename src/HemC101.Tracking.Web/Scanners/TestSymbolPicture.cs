using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Scans.ScannerTests;
using Microsoft.AspNetCore.Html;

namespace HemC101.Tracking.Web.Scanners;

/// <summary>Test symbols as pages and the set-up sheet show them.</summary>
internal static class TestSymbolPicture
{
    private const int LinearModulePixels = 2;
    private const int LinearBarPixels = 90;
    private const int SquareModulePixels = 5;

    public static HtmlString Of(TestSymbol symbol)
    {
        var modules = BarcodeEngines.Create().Encode(SymbologyOf(symbol.Kind), symbol.Payload);
        var name = Infrastructure.Language.T(symbol.Name);
        return new(modules.IsLinear
            ? BarcodeSvg.Write(modules, LinearModulePixels, barHeight: LinearBarPixels, label: name)
            : BarcodeSvg.Write(modules, SquareModulePixels, label: name));
    }

    private static Symbology SymbologyOf(TestSymbolKind kind) => kind switch
    {
        TestSymbolKind.Code128 => Symbology.Code128,
        TestSymbolKind.DataMatrix => Symbology.DataMatrix,
        TestSymbolKind.Gs1DataMatrix => Symbology.Gs1DataMatrix,
    };
}
