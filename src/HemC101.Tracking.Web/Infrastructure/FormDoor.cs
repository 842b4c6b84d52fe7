using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>
/// Looks at everything that is posted or asked before any page does, so that no page, rule or table ever meets a control character or a
/// text without end. What a field may hold beyond that is its page's own affair.
/// </summary>
internal sealed class FormDoor(RequestDelegate next)
{
    private const int LongestField = 1_000;

    /// <summary>Longer scans than the field limit are not refused here: their reader says what came, and keeps it as a near miss.</summary>
    private const string ScanField = "Scanned";

    private const int LongestScan = 128 * 1_024;

    /// <summary>What a browser makes of an authenticator's answer; an attestation with its certificates takes some thousand characters.</summary>
    private const string PasskeyField = "PasskeyAnswer";

    private const int LongestPasskeyAnswer = 16 * 1_024;

    private const int LargestRequest = 4 * 1_024 * 1_024;

    /// <summary>What scanners send within and after a code: GS, RS and EOT of ISO/IEC 15434, line ends, tab.</summary>
    private const string ScannerSends = "\x1D\x1E\x04\r\n\t";

    public static void Limit(IServiceCollection services)
    {
        services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = LongestScan;
            options.MultipartBodyLengthLimit = LargestRequest;
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestRequest);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var refusal = RefusalOf(context.Request.Query) ?? await RefusalOfFormAsync(context.Request);
        if (refusal is null)
        {
            await next(context);
            return;
        }

        // The error page is a form request too: it must not read again what was refused.
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        context.Request.QueryString = QueryString.Empty;
        context.Features.Set(refusal);
        context.Response.StatusCode = refusal.Status;
    }

    private static async Task<DoorRefusal?> RefusalOfFormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return RefusalOf(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (InvalidDataException)
        {
            return request.ContentLength <= LongestScan ? DoorRefusal.Broken : DoorRefusal.TooMuch;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? DoorRefusal.TooMuch : DoorRefusal.Broken;
        }
    }

    private static DoorRefusal? RefusalOf(IEnumerable<KeyValuePair<string, StringValues>> fields) => (
        from field in fields
        from text in field.Value.Prepend(field.Key)
        select RefusalOf(field.Key, text)).FirstOrDefault(refusal => refusal is not null);

    private static DoorRefusal? RefusalOf(string field, string? text)
    {
        var found = (text ?? "").AsSpan();
        foreach (var c in found)
        {
            if (char.IsControl(c) && !ScannerSends.Contains(c, StringComparison.Ordinal))
            {
                return DoorRefusal.Control(field, c);
            }
        }

        var limit = LimitOf(field);
        return found.Length > limit ? DoorRefusal.TooLong(field, limit) : null;
    }

    private static int LimitOf(string field) =>
        field.Equals(ScanField, StringComparison.OrdinalIgnoreCase) ? LongestScan
        : field.Equals(PasskeyField, StringComparison.OrdinalIgnoreCase) ? LongestPasskeyAnswer
        : LongestField;
}
