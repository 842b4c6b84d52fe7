using System.Collections.Concurrent;

namespace HemC101.Tracking.Web.Tests.Durability;

/// <summary>What the server has answered for: from here on it must never be forgotten.</summary>
internal sealed class Acknowledged
{
    /// <summary>Chains that were opened.</summary>
    public ConcurrentBag<string> Chains { get; } = [];

    /// <summary>Client scan ids, each with its chain.</summary>
    public ConcurrentDictionary<string, string> Scans { get; } = new();

    public int Count => Chains.Count + Scans.Count;
}
