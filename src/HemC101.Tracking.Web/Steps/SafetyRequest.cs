using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>A request for the page of a Safety step, or for taking it; entered from paper it is no longer urgent.</summary>
internal static class SafetyRequest
{
    private const string StepPage = "/Work/Step";

    /// <summary>Routing has looked at the request before.</summary>
    public static bool Is(HttpContext context) =>
        context.GetRouteValue("page") is StepPage
        && context.GetRouteValue("form") is string form
        && !form.Equals(StepAddress.FromPaper, StringComparison.OrdinalIgnoreCase)
        && context.GetRouteValue("id") is string id
        && StepCatalogue.Find(id) is { Kind: StepKind.Safety };
}
