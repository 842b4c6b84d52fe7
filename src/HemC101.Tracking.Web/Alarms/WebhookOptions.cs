using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Section <c>Webhook</c> of the configuration: a gateway for SMS or pagers.</summary>
/// <param name="SecretFile">Its first line signs what is sent.</param>
public sealed record WebhookOptions(Uri Url, string SecretFile)
{
    public const string Section = "Webhook";

    public static IEnumerable<string> Names { get; } = [nameof(Url), nameof(SecretFile)];

    /// <returns>Null when there is no such section: no gateway is called.</returns>
    /// <exception cref="SettingFault">A part of it is missing or wrong.</exception>
    public static WebhookOptions? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists())
        {
            return null;
        }

        return Uri.TryCreate(section[nameof(Url)], UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && section[nameof(SecretFile)] is { Length: > 0 } file && Alarms.SecretFile.IsReadable(file)
            ? new(url, file)
            : throw new SettingFault(new(
                $"{Section}: нужны {nameof(Url)} (адрес http или https) и {nameof(SecretFile)} (первая строка файла – секрет подписи).",
                $"{Section} needs {nameof(Url)} (an address of http or https) and {nameof(SecretFile)} (the first line of the file signs the messages)."));
    }
}
