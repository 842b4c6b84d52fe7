using System.Text.Json;
using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Tests.Model;

/// <summary>All that a state holds, as text; the past itself left out.</summary>
internal static class Shape
{
    public static string Of(ChainState state) => JsonSerializer.Serialize(state with { Past = [] });
}
