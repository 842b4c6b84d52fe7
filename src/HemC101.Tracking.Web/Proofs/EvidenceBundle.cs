using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>
/// Use case: one chain as a ZIP that proves itself: its entries up to the latest seal, their way into the sealed tree, the public key, a script
/// that needs openssl alone, and the history as PDF.
/// </summary>
public sealed class EvidenceBundle(Database database, Sealer sealer, SealKey keys, ChainReport report)
{
    /// <summary>Seals first, so that the bundle holds everything that is known now.</summary>
    /// <returns>Null when there is no such chain.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    /// <exception cref="InvalidOperationException">The ledger is not the one that was sealed. Run the command verify.</exception>
    public async Task<byte[]?> MakeAsync(CoiId coi, CancellationToken ct)
    {
        await sealer.SealAsync(ct);
        await using var moment = await database.ReadAsync(ct);
        using var key = await keys.FindAsync(moment, ct);
        if (key is null || await SealRows.FindLastAsync(moment, ct) is not { } seal)
        {
            return null;
        }

        var entries = (await EventLedger.ReadStreamAsync(moment, ChainStreams.StreamOf(coi), ct)).Where(entry => entry.Position <= seal.Entries).ToList();
        if (entries.Count == 0)
        {
            return null;
        }

        var tree = await SealRows.HashesAsync(moment, 0, seal.Entries, ct);
        return Zip([.. Files(entries, Paths(entries, [.. tree], seal), report.Write(coi, [.. entries.Select(ChainStreams.Read)], seal)), .. Sealed(seal, key)], key);
    }

    private static IReadOnlyList<IReadOnlyList<Neighbour>> Paths(List<LedgerEntry> entries, Digest[] tree, Seal seal)
    {
        var paths = MerkleTree.Inclusions(tree, [.. entries.Select(entry => (int)(entry.Position - 1))]);
        var root = SealText.TryParse(seal.Text)?.Root;
        return entries.Zip(paths).All(pair => MerkleProof.Includes(root ?? Digest.Zero, pair.First.Hash, pair.Second))
            ? paths
            : throw new InvalidOperationException("The ledger's entries are not those that were sealed. Run the command verify.");
    }

    private static IEnumerable<(string Name, byte[] Content)> Files(
        List<LedgerEntry> entries, IReadOnlyList<IReadOnlyList<Neighbour>> paths, byte[] pdf)
    {
        yield return ("README.txt", ProofZip.Resource("README.txt"));
        yield return ("verify.sh", ProofZip.Resource("verify.sh"));
        yield return ("chain.pdf", pdf);
        foreach (var (entry, path) in entries.Zip(paths))
        {
            var name = $"entries/{entry.Position.ToString("D11", CultureInfo.InvariantCulture)}";
            yield return ($"{name}.bin", LedgerHash.FormOf(entry));
            yield return ($"{name}.json", Encoding.UTF8.GetBytes(entry.Data));
            yield return ($"{name}.path", Encoding.ASCII.GetBytes(string.Concat(path.Select(Line))));
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> Sealed(Seal seal, ECDsa key)
    {
        yield return ("seal.txt", seal.SignedBytes);
        yield return ("seal.sig", seal.Signature);
        yield return ("public-key.pem", Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"));
    }

    private static string Line(Neighbour neighbour) => $"{(neighbour.Side == Side.Left ? 'L' : 'R')} {Convert.ToBase64String(neighbour.Hash.ToBytes())}\n";

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> files, ECDsa key)
    {
        var list = Encoding.ASCII.GetBytes(string.Concat(files.Select(file => $"{Digest.Of(file.Content)} {file.Name}\n")));
        return ProofZip.Of(
            [.. files, ("files.txt", list), ("files.sig", key.SignData(list, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))]);
    }
}
