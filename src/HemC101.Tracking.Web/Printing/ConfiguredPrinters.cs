using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Printing;

/// <summary>
/// Enters the printers of the configuration (section <c>Printers</c>) into the database. Without any, the demonstration prints into a
/// folder; a real site does not, since its labels bear names: their jobs wait.
/// </summary>
public sealed class ConfiguredPrinters(Database database, IConfiguration configuration, DemoMode demo, string folder)
{
    private const string FolderName = "folder";

    /// <exception cref="SettingFault">The section names a printer twice, without an address, or with more than one default.</exception>
    public async Task PutAsync(CancellationToken ct)
    {
        var configured = Read(configuration);
        await using var uow = await database.BeginAsync(ct);
        if (configured.Count == 0)
        {
            await PutNoneAsync(uow, ct);
        }

        foreach (var printer in configured)
        {
            await Printers.PutAsync(uow, printer, ct);
        }

        await uow.CommitAsync(ct);
    }

    private async Task PutNoneAsync(UnitOfWork uow, CancellationToken ct)
    {
        var standing = await Printers.FindDefaultAsync(uow, ct);
        var own = new PrinterRow { Name = FolderName, Kind = PrinterKind.Folder, Address = folder, IsDefault = true };
        if (demo.IsOn && (standing is null || standing.Name == FolderName))
        {
            await Printers.PutAsync(uow, own, ct);
        }
        else if (!demo.IsOn && standing == own)
        {
            await Printers.RetireAsync(uow, FolderName, ct);
        }
    }

    internal static List<PrinterRow> Read(IConfiguration configuration)
    {
        var printers = (configuration.GetSection("Printers").Get<List<Entry>>(options => options.ErrorOnUnknownConfiguration = true) ?? []).ConvertAll(Row);
        if (printers.DistinctBy(printer => printer.Name).Count() < printers.Count || printers.Count(printer => printer.IsDefault) > 1)
        {
            throw new SettingFault(new(
                "Раздел Printers: у каждого принтера своё имя, и основной (Default) – не больше чем один.",
                "Section Printers: every printer needs a name of its own, and at most one is the default."));
        }

        return printers.Count > 0 && !printers.Exists(printer => printer.IsDefault)
            ? [printers[0] with { IsDefault = true }, .. printers.Skip(1)]
            : printers;
    }

    private static PrinterRow Row(Entry entry)
    {
        var row = new PrinterRow { Name = entry.Name ?? "", Kind = entry.Kind, Address = entry.Address ?? "", IsDefault = entry.Default, Dpi = entry.Dpi };
        if (row.Name.Length == 0 || row.Address.Length == 0)
        {
            throw new SettingFault(new(
                "Раздел Printers: каждому принтеру нужны Name, Kind (Tcp, Cups или Folder) и Address.",
                "Section Printers: every printer needs Name, Kind (Tcp, Cups or Folder) and Address."));
        }

        if (!Enum.IsDefined((PrintDensity)row.Dpi))
        {
            throw new SettingFault(new("Раздел Printers: Dpi – 203 или 300.", "Section Printers: Dpi is 203 or 300."));
        }

        return PrinterDoor.TryOpen(row, TcpTimes.Usual, out _, out var wrong) ? row : throw new SettingFault(new($"Раздел Printers: {wrong}", $"Section Printers: {wrong}"));
    }

    private sealed class Entry
    {
        public string? Name { get; set; }

        public PrinterKind Kind { get; set; }

        public string? Address { get; set; }

        public bool Default { get; set; }

        public int Dpi { get; set; } = 203;
    }
}
