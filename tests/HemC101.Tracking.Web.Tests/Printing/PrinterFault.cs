namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>As the bits that a ZPL printer answers to <c>~HQES</c>.</summary>
internal enum PrinterFault
{
    None = 0,
    PaperOut = 0x1,
    RibbonOut = 0x2,
    HeadOpen = 0x4,
    Paused = 0x80000,
}
