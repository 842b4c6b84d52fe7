namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>
/// Model of <c>_ScanBox</c>: one field <c>Scanned</c>, posted to <c>Action</c>. At most one box of a page takes the focus; the layout's
/// takes it when the page sets <c>ViewData["ScanFocus"]</c> to true. <c>Prompt</c> says what is wanted next; null: any label of the house.
/// </summary>
public sealed record ScanBox(bool TakesFocus, Text? Prompt = null, string Action = "/Scan", string Id = "scanned");
