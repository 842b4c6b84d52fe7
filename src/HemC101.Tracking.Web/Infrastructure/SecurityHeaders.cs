namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Only our own files run and show, nobody frames us, and a page is never served from a cache or by Back.</summary>
internal static class SecurityHeaders
{
    /// <remarks>wasm-unsafe-eval lets the camera reader's WebAssembly start; no inline script or style runs.</remarks>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>What is saved to a disk runs and shows nothing, should a browser open it all the same.</summary>
    private const string DownloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers);
            return Task.CompletedTask;
        });

        return next(context);
    });

    private static void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = IsDownload(headers) ? DownloadPolicy : ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";

        if (!StaticFiles.IsCacheable(headers))
        {
            headers.CacheControl = "no-store";
        }
    }

    private static bool IsDownload(IHeaderDictionary headers) => headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
}
