using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.ScannerTest;

/// <summary>The set-up sheet to print: how the scanner has to be set, and the test symbols.</summary>
public sealed class SheetModel : PageModel;
