using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>
/// A folder outside the site, best on another machine, that gets a copy of every seal: whoever could rewrite the database and sign it
/// anew could not rewrite that. Each seal is two files, <c>seal-00000012345.txt</c> and <c>.sig</c>, beside the public keys.
/// </summary>
internal sealed class SealDeposit(Database database, string folder)
{
    /// <summary>Brings what is not there yet; what is there stays.</summary>
    /// <returns>How many seals were brought.</returns>
    /// <exception cref="IOException">The folder cannot be written; the next time tries again.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public async Task<int> BringAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var pem in await SealRows.ListKeysAsync(database, ct))
        {
            if (SealPublicKey.TryParse(pem) is { } key)
            {
                await PutAsync($"key-{key.Id.ToString()[..16]}.pem", System.Text.Encoding.ASCII.GetBytes(key.Pem), ct);
                key.Dispose();
            }
        }

        var brought = 0;
        foreach (var seal in await SealRows.ListAsync(database, ct))
        {
            var name = $"seal-{seal.Entries:D11}";
            await PutAsync($"{name}.sig", seal.Signature, ct);
            brought += await PutAsync($"{name}.txt", seal.SignedBytes, ct) ? 1 : 0;
        }

        return brought;
    }

    /// <summary>What lies in a deposit.</summary>
    /// <exception cref="IOException">The folder or a file of it cannot be read.</exception>
    public static (IReadOnlyList<Seal> Seals, IReadOnlyList<string> Keys) Read(string folder)
    {
        var seals = Directory.EnumerateFiles(folder, "seal-*.txt").Order(StringComparer.Ordinal).Select(path =>
        {
            var signature = Path.ChangeExtension(path, ".sig");
            var number = Path.GetFileNameWithoutExtension(path)["seal-".Length..];
            return new Seal(
                long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var entries) ? entries : 0,
                File.ReadAllText(path),
                File.Exists(signature) ? File.ReadAllBytes(signature) : []);
        });
        return ([.. seals], [.. Directory.EnumerateFiles(folder, "key-*.pem").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
    }

    /// <summary>A file appears whole or not at all.</summary>
    private async Task<bool> PutAsync(string name, byte[] content, CancellationToken ct)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return false;
        }

        var half = path + ".part";
        await File.WriteAllBytesAsync(half, content, ct);
        File.Move(half, path, overwrite: true);
        return true;
    }
}
