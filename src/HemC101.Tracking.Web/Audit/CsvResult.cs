using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace HemC101.Tracking.Web.Audit;

/// <summary>A file that is made while it is sent. An error in the middle ends the connection, so that half a file is never taken for a whole one.</summary>
internal sealed class CsvResult(string name, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        return write(response.Body, context.HttpContext.RequestAborted);
    }
}
