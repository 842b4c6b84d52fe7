using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;

namespace HemC101.Tracking.Web.Printing;

/// <summary>A site without a printer prints into a folder, so that no step fails for want of one.</summary>
internal static class FirstPrinter
{
    public static async Task EnsureAsync(Database database, string directory, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        if (await Printers.FindDefaultAsync(uow, ct) is null)
        {
            await Printers.PutAsync(
                uow, new PrinterRow { Name = "folder", Kind = PrinterKind.Folder, Address = directory, IsDefault = true }, ct);
            await uow.CommitAsync(ct);
        }
    }
}
