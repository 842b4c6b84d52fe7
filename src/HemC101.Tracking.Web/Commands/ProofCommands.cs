using System.Security.Cryptography;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Proofs;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Commands;

/// <summary>What the commands that sign need: the database and the key ring of the site, which is not made here.</summary>
internal static class ProofCommands
{
    public const string Keys = "keys";
    public const string Usage = $"{DatabaseFile.Usage} [--{Keys} <folder of the key ring>]";

    private static readonly Text NoKeyRing = new(
        "Связка ключей этого узла не найдена или чужая; без неё нечем подписать. Укажите её папку: --keys.",
        "The key ring of this site is missing or another one; without it nothing can be signed. Name its folder: --keys.");

    /// <summary>Runs with the services, or says what is missing.</summary>
    public static async Task<int> RunAsync(CommandLine line, CommandScreen screen, Func<IServiceProvider, Task<int>> work)
    {
        var settings = DatabaseFile.Settings();
        var address = DatabaseFile.AddressOf(line, settings);
        if (address is DatabaseAddress.SqliteFile { Path: var path } && !File.Exists(path))
        {
            screen.Refuse(new($"Файла базы данных нет: {path}", $"There is no database file: {path}"));
            return ExitCode.Unusable;
        }

        var ring = line.Option(Keys) ?? Path.Combine(FolderOf(address, settings), "keys");
        if (!Directory.Exists(ring))
        {
            screen.Refuse(NoKeyRing);
            return ExitCode.Unusable;
        }

        await using var services = Services(address, ring);
        try
        {
            return await work(services);
        }
        catch (CryptographicException)
        {
            screen.Refuse(NoKeyRing);
            return ExitCode.Unusable;
        }
        catch (InvalidOperationException e)
        {
            screen.Refuse(new($"Журнал не согласуется с печатями: {e.Message}", $"The ledger does not agree with its seals: {e.Message}"));
            return ExitCode.No;
        }
    }

    /// <summary>The key ring lies beside the database file, else in the data folder of the settings.</summary>
    private static string FolderOf(DatabaseAddress address, IConfiguration settings) =>
        address is DatabaseAddress.SqliteFile file ? Path.GetDirectoryName(Path.GetFullPath(file.Path))! : settings["Data:Directory"] ?? "data";

    private static ServiceProvider Services(DatabaseAddress address, string ring)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(address));
        services.AddDataProtection().SetApplicationName(Site.Name).PersistKeysToFileSystem(new DirectoryInfo(ring));
        services.AddSingleton<SealKey>();
        services.AddSingleton<Sealer>();
        services.AddSingleton(_ => new PaperReport(Path.Combine(AppContext.BaseDirectory, "labels", "fonts")));
        services.AddSingleton<ChainReport>();
        services.AddSingleton<EvidenceBundle>();
        return services.BuildServiceProvider();
    }
}
