using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Folded chains, as many as there is room for; those unused longest make room for others.</summary>
internal sealed class FoldedChains(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CoiId, LinkedListNode<ChainState>> _kept = [];
    private readonly LinkedList<ChainState> _lastUsedFirst = [];

    public ChainState? Find(CoiId coi)
    {
        lock (_lock)
        {
            if (Take(coi) is not { } chain)
            {
                return null;
            }

            Put(chain, _lastUsedFirst.AddFirst);
            return chain;
        }
    }

    /// <param name="chain">Takes the place of an older state of itself.</param>
    /// <param name="isPassing">
    /// One of a list longer than what there is room for would push out those that the list comes to next, and they it the next time: what is
    /// new is then the first to make room again.
    /// </param>
    public void Keep(ChainState chain, bool isPassing)
    {
        lock (_lock)
        {
            var isNew = Take(chain.Coi) is null;
            if (_kept.Count >= most)
            {
                Take(_lastUsedFirst.Last!.Value.Coi);
            }

            Put(chain, isNew && isPassing ? _lastUsedFirst.AddLast : _lastUsedFirst.AddFirst);
        }
    }

    private ChainState? Take(CoiId coi)
    {
        if (!_kept.Remove(coi, out var node))
        {
            return null;
        }

        _lastUsedFirst.Remove(node);
        return node.Value;
    }

    private void Put(ChainState chain, Func<ChainState, LinkedListNode<ChainState>> at) => _kept[chain.Coi] = at(chain);
}
