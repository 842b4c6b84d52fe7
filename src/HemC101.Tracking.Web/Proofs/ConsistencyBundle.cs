using System.Text;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>
/// Use case: for whoever keeps an earlier seal, the proof that everything it covers still stands in the ledger, unaltered and in its place:
/// both seals and the hashes between them (RFC 6962, section 2.1.2) as a ZIP that proves itself with openssl alone.
/// </summary>
public sealed class ConsistencyBundle(Database database, Sealer sealer)
{
    /// <summary>Seals before it proves, so that the later seal covers everything that is known now.</summary>
    /// <param name="entries">Of the earlier seal: the number in the name of its file.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when this site has no seal over so many entries.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key ring of this site is missing or another one.</exception>
    /// <exception cref="BrokenSealException">The ledger is not the one that was sealed.</exception>
    /// <exception cref="InvalidOperationException">A seal cannot be read, or the entries are not those it covers. Run the command verify.</exception>
    public async Task<byte[]?> MakeAsync(long entries, CancellationToken ct)
    {
        if (await SealRows.FindAsync(database, entries, ct) is not { } earlier)
        {
            return null;
        }

        await sealer.SealAsync(ct);
        await using var moment = await database.ReadAsync(ct);
        var later = await SealRows.FindLastAsync(moment, ct) ?? earlier;
        using var keys = new SealKeys();
        keys.Add(await SealRows.ListKeysAsync(moment, ct));
        var proof = Proof([.. await SealRows.HashesAsync(moment, 0, later.Entries, ct)], Read(earlier), Read(later));
        return ProofZip.Of(
        [
            ("README.txt", ProofZip.Resource("consistency.txt")),
            ("verify.sh", ProofZip.Resource("consistency.sh")),
            .. Signed("earlier", earlier, keys),
            .. Signed("later", later, keys),
            ("hashes.txt", Encoding.ASCII.GetBytes(string.Concat(proof.Select(hash => Convert.ToBase64String(hash.ToBytes()) + "\n")))),
        ]);
    }

    /// <returns>The earlier root in front where it is one of the hashes: of a tree that is whole, nothing else is known.</returns>
    private static IReadOnlyList<Digest> Proof(Digest[] tree, SealText earlier, SealText later)
    {
        if (tree.Length != later.Entries || earlier.Entries > later.Entries)
        {
            throw new InvalidOperationException("An entry that was sealed is missing from the ledger. Run the command verify.");
        }

        var proof = MerkleTree.Consistency(tree, checked((int)earlier.Entries));
        return MerkleProof.Continues((earlier.Root, earlier.Entries), (later.Root, later.Entries), proof)
            ? earlier.Entries < later.Entries && long.IsPow2(earlier.Entries) ? [earlier.Root, .. proof] : proof
            : throw new InvalidOperationException("The ledger's entries are not those that were sealed. Run the command verify.");
    }

    private static SealText Read(Seal seal) =>
        SealText.TryParse(seal.Text) is { } text && text.Entries == seal.Entries
            ? text
            : throw new InvalidOperationException($"The seal over {seal.Entries} entries cannot be read. Run the command verify.");

    private static IEnumerable<(string Name, byte[] Content)> Signed(string name, Seal seal, SealKeys keys)
    {
        yield return ($"{name}.txt", seal.SignedBytes);
        yield return ($"{name}.sig", seal.Signature);
        yield return ($"{name}.pem", Encoding.ASCII.GetBytes(keys.ById.TryGetValue(Read(seal).Key, out var key)
            ? key.Pem
            : throw new InvalidOperationException($"The key of the seal over {seal.Entries} entries is missing. Run the command verify.")));
    }
}
