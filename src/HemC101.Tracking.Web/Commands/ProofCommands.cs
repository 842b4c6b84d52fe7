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
        var path = DatabaseFile.PathOf(line, DatabaseFile.Settings());
        if (!File.Exists(path))
        {
            screen.Refuse(new($"Файла базы данных нет: {path}", $"There is no database file: {path}"));
            return ExitCode.Unusable;
        }

        var ring = line.Option(Keys) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "keys");
        if (!Directory.Exists(ring))
        {
            screen.Refuse(NoKeyRing);
            return ExitCode.Unusable;
        }

        await using var services = Services(path, ring);
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

    private static ServiceProvider Services(string path, string ring)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(path));
        services.AddDataProtection().SetApplicationName(Site.Name).PersistKeysToFileSystem(new DirectoryInfo(ring));
        services.AddSingleton<SealKey>();
        services.AddSingleton<Sealer>();
        services.AddSingleton(_ => new PaperReport(Path.Combine(AppContext.BaseDirectory, "labels", "fonts")));
        services.AddSingleton<ChainReport>();
        services.AddSingleton<EvidenceBundle>();
        return services.BuildServiceProvider();
    }
}
