using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>Public keys by their id; what is no key is left out, and a seal made with it then has an unknown key.</summary>
internal sealed class SealKeys : IDisposable
{
    private readonly Dictionary<Digest, SealPublicKey> _keys = [];

    public IReadOnlyDictionary<Digest, SealPublicKey> ById => _keys;

    public IEnumerable<Digest> Used => _keys.Keys;

    public void Add(IEnumerable<string> pems)
    {
        foreach (var key in pems.Select(SealPublicKey.TryParse).OfType<SealPublicKey>())
        {
            if (!_keys.TryAdd(key.Id, key))
            {
                key.Dispose();
            }
        }
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
