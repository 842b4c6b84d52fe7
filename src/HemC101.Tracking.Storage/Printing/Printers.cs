namespace HemC101.Tracking.Storage.Printing;

public static class Printers
{
    /// <summary>
    /// Adds a printer or changes it. A new default takes that mark from the old one, and gets the jobs that waited because there was none.
    /// Whether it answers is found out: at another address it is another one.
    /// </summary>
    public static async Task PutAsync(UnitOfWork uow, PrinterRow printer, CancellationToken ct)
    {
        if (printer.IsDefault)
        {
            await uow.ExecuteAsync("update printer set is_default = false where is_default = true", null, ct);
        }

        await uow.ExecuteAsync(
            """
            insert into printer (name, kind, address, is_default, dpi)
            values (@Name, @Kind, @Address, @IsDefault, @Dpi)
            on conflict (name) do update
               set answers = (printer.answers and printer.kind = excluded.kind and printer.address = excluded.address),
                   kind = excluded.kind, address = excluded.address, is_default = excluded.is_default, dpi = excluded.dpi
            """,
            printer,
            ct);
        if (printer.IsDefault)
        {
            await uow.ExecuteAsync("update print_job set printer = @Name where printer is null and state = 'Queued'", printer, ct);
        }
    }

    /// <summary>No longer the default; what waits for it waits for the next default instead.</summary>
    public static async Task RetireAsync(UnitOfWork uow, string name, CancellationToken ct)
    {
        await uow.ExecuteAsync("update printer set is_default = false where name = @name", new { name }, ct);
        await uow.ExecuteAsync("update print_job set printer = null where printer = @name and state = 'Queued'", new { name }, ct);
    }

    public static Task AnsweredAsync(UnitOfWork uow, string name, CancellationToken ct) =>
        uow.ExecuteAsync("update printer set answers = true where name = @name", new { name }, ct);

    public static Task<PrinterRow?> FindAsync(Source source, string name, CancellationToken ct) =>
        source.FindAsync<PrinterRow>("select name, kind, address, is_default, dpi, answers from printer where name = @name", new { name }, ct);

    /// <returns>Null when no printer is marked so.</returns>
    public static Task<PrinterRow?> FindDefaultAsync(Source source, CancellationToken ct) =>
        source.FindAsync<PrinterRow>("select name, kind, address, is_default, dpi, answers from printer where is_default = true", null, ct);

    public static Task<IReadOnlyList<PrinterRow>> ListAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<PrinterRow>("select name, kind, address, is_default, dpi, answers from printer order by name", null, ct);
}
