using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Papers;

namespace HemC101.Tracking.Web.Papers;

/// <summary>What a paper is about, in people's words.</summary>
internal static class PaperNames
{
    public static Text Of(ChainState chain, string subject) => subject switch
    {
        "" => new("вся цепочка", "the whole chain"),
        DocumentCatalogue.Labels => new("этикетки", "labels"),
        _ when DoseBagId.TryParse(subject, out var id) && chain.Find(id) is { } bag => new($"ДЕНЬ {bag.Day}, {bag.Id}", $"DAY {bag.Day}, {bag.Id}"),
        _ => new(subject, subject),
    };
}
