using Microsoft.AspNetCore.StaticFiles;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Files of <c>wwwroot</c>: kept for a year when the address carries the content's hash (asp-append-version), else asked anew.</summary>
internal static class StaticFiles
{
    private const string Kept = "public, max-age=31536000, immutable";
    private const string AskedAnew = "no-cache";

    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? Kept : AskedAnew,
        ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".wasm"] = "application/wasm" } },
    };

    public static bool IsCacheable(IHeaderDictionary headers) => headers.CacheControl.ToString() is Kept or AskedAnew;
}
