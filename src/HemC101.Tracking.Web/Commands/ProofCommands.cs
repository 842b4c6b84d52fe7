using System.Security.Cryptography;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
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
    /// <param name="line">What was asked.</param>
    /// <param name="screen">What is answered.</param>
    /// <param name="deposit">Folder of seals that have to fit, too; null for none.</param>
    /// <param name="work">Told its exit code.</param>
    public static async Task<int> RunAsync(CommandLine line, CommandScreen screen, string? deposit, Func<IServiceProvider, Task<int>> work)
    {
        var settings = DatabaseFile.Settings();
        var address = DatabaseFile.AddressOf(line, settings);
        if (address is DatabaseAddress.SqliteFile missing && !File.Exists(missing.Path))
        {
            screen.Refuse(new($"Файла базы данных нет: {missing.Path}", $"There is no database file: {missing.Path}"));
            return ExitCode.Unusable;
        }

        var ring = line.Option(Keys) ?? RingOf(address, settings);
        if (!Directory.Exists(ring))
        {
            screen.Refuse(NoKeyRing);
            return ExitCode.Unusable;
        }

        await using var services = Services(address, ring, deposit);
        try
        {
            return await work(services);
        }
        catch (CryptographicException)
        {
            screen.Refuse(NoKeyRing);
            return ExitCode.Unusable;
        }
        catch (BrokenSealException e)
        {
            screen.Refuse(e.Broken.Text);
            screen.Refuse(CommandDesk.StopAndKeep);
            return ExitCode.No;
        }
        catch (InvalidOperationException e)
        {
            screen.Refuse(new($"Журнал не согласуется с печатями: {e.Message}", $"The ledger does not agree with its seals: {e.Message}"));
            return ExitCode.No;
        }
    }

    /// <param name="zip">The proof; null when there is none to give.</param>
    /// <param name="file">Where it is wanted.</param>
    /// <param name="none">Why there is none.</param>
    public static async Task<int> HandOutAsync(byte[]? zip, string file, Text none, CommandScreen screen, CancellationToken ct)
    {
        if (zip is null)
        {
            screen.Refuse(none);
            return ExitCode.No;
        }

        await File.WriteAllBytesAsync(file, zip, ct);
        screen.Out.WriteLine(file);
        return ExitCode.Good;
    }

    /// <summary>Where the key ring lies, unless somebody has named another place.</summary>
    public static string RingOf(DatabaseAddress address, IConfiguration settings) => address is DatabaseAddress.SqliteFile file
        ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file.Path))!, "keys")
        : SiteDatabase.KeyRingOf(settings);

    private static ServiceProvider Services(DatabaseAddress address, string ring, string? deposit)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(address));
        services.AddDataProtection().SetApplicationName(Site.Name).PersistKeysToFileSystem(new DirectoryInfo(ring));
        services.AddSingleton<SealKey>();
        services.AddSingleton(new SealOptions(1, deposit));
        services.AddSingleton(ProofsSetup.SealerOf);
        services.AddSingleton(_ => new PaperReport(Path.Combine(AppContext.BaseDirectory, "labels", "fonts")));
        services.AddSingleton<ChainReport>();
        services.AddSingleton<EvidenceBundle>();
        services.AddSingleton<ConsistencyBundle>();
        return services.BuildServiceProvider();
    }
}
