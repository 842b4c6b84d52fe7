using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;

namespace HemC101.Tracking.Web.People;

/// <summary>Whoever has a secret that is not theirs alone chooses another before anything else, Safety excepted.</summary>
internal static class DueSecrets
{
    public const string Page = "/Account/NewSecrets";

    public static Task AskAsync(HttpContext context, RequestDelegate next)
    {
        if (CurrentPerson.Due(context).Count == 0 || !IsClosed(context))
        {
            return next(context);
        }

        var wanted = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
        context.Response.Redirect($"{Page}?ReturnUrl={Uri.EscapeDataString(wanted)}");
        return Task.CompletedTask;
    }

    private static bool IsClosed(HttpContext context) =>
        context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && context.GetRouteValue("page") is not Page
        && !SafetyRequest.Is(context);
}
