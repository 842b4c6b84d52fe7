using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Copying;

namespace HemC101.Tracking.Web.Commands;

/// <summary>
/// Carries a site over from its SQLite file to PostgreSQL, once and in this direction. Interrupted, the same line goes on; until it has said
/// that all is equal, no site starts on the new database.
/// </summary>
internal sealed class CopyCommand : ICommand
{
    private const string From = "from";
    private const string To = "to";

    public string Name => "copy";

    public string Usage => $"--{From} <SQLite file> --{To} <PostgreSQL connection string>";

    public Text Purpose => new("перенести сайт в пустую базу PostgreSQL и сверить", "carry the site over to an empty PostgreSQL database and compare");

    public IReadOnlyCollection<string> Options => [From, To];

    public Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct) =>
        (line.Words, line.Option(From), line.Option(To)) is ([], { } from, { } to)
            ? CopyAsync(from, to, screen, ct)
            : Task.FromResult(CommandDesk.Misused(this, screen));

    private static async Task<int> CopyAsync(string from, string to, CommandScreen screen, CancellationToken ct)
    {
        try
        {
            var address = SiteCopy.TargetOf(to);
            var report = await new SiteCopy(new Told(screen.Out)).RunAsync(DatabaseAddress.OfFile(from), address, ct);
            screen.Out.WriteLine(
                $"Перенесено и сверено: записей журнала {report.Entries}, печатей {report.Seals}. Дальше запускайте сайт с --Database:Provider=Postgres, "
                + "с той же папкой ключей (Data:KeyRing); прежний файл сохраните и больше не используйте. Всем нужно войти заново.");
            screen.Out.WriteLine(
                $"Carried over and compared: {report.Entries} entries of the ledger, {report.Seals} seals. From now on start the site with --Database:Provider=Postgres "
                + "and the same key ring (Data:KeyRing); keep the old file and use it no more. Everybody signs in again.");
            return ExitCode.Good;
        }
        catch (CopyRefusedException e)
        {
            screen.Refuse(e.Text);
            return ExitCode.No;
        }
    }

    private sealed class Told(TextWriter to) : ICopyListener
    {
        public void Carried(string table, long rows) => to.WriteLine($"{table}: перенесено / carried over {rows}");

        public void Compared(string table, long rows) => to.WriteLine($"{table}: сверено / compared {rows}");
    }
}
