using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Diagnostics;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// Why nobody could be asked who has signed in. It is told after authentication and not in it: the error page authenticates, too, and has to
/// open when the database does not.
/// </summary>
internal sealed record SessionTrouble(Exception Cause)
{
    public static Task TellAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<SessionTrouble>() is { } trouble && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            ExceptionDispatchInfo.Throw(trouble.Cause);
        }

        return next(context);
    }
}
