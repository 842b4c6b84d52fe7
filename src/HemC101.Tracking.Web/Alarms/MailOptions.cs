using System.Net.Mail;
using HemC101.Tracking.Web.Infrastructure;
using MailKit.Security;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Section <c>Smtp</c> of the configuration.</summary>
/// <param name="User">Null: the server takes mail without a name.</param>
/// <param name="PasswordFile">Its first line.</param>
public sealed record MailOptions(string Host, int Port, string From, SecureSocketOptions Security, string? User, string? PasswordFile)
{
    public const string Section = "Smtp";

    private const int Submission = 587;

    public static IEnumerable<string> Names { get; } = [nameof(Host), nameof(Port), nameof(From), nameof(Security), nameof(User), nameof(PasswordFile)];

    /// <returns>Null when there is no such section: no mail is sent.</returns>
    /// <exception cref="SettingFault">A part of it is missing or wrong.</exception>
    public static MailOptions? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists())
        {
            return null;
        }

        var (host, from, user, file) = (section[nameof(Host)], section[nameof(From)], section[nameof(User)], section[nameof(PasswordFile)]);
        var port = section.GetValue(nameof(Port), Submission);
        if (string.IsNullOrWhiteSpace(host) || !MailAddress.TryCreate(from, out _) || port is < 1 or > 65535)
        {
            throw new SettingFault(new(
                $"{Section}: нужны {nameof(Host)} (сервер), {nameof(From)} (адрес отправителя), {nameof(Port)} – от 1 до 65535.",
                $"{Section} needs {nameof(Host)} (the server) and {nameof(From)} (the sender's address); {nameof(Port)} has to be 1 to 65535."));
        }

        if (string.IsNullOrEmpty(user) != string.IsNullOrEmpty(file) || (file is { Length: > 0 } && !SecretFile.IsReadable(file)))
        {
            throw new SettingFault(new(
                $"{Section}: {nameof(User)} и {nameof(PasswordFile)} – вместе; первая строка файла – пароль.",
                $"{Section}: {nameof(User)} and {nameof(PasswordFile)} go together; the first line of the file is the password."));
        }

        var security = SecurityOf(section[nameof(Security)]);
        return security != SecureSocketOptions.None || string.IsNullOrEmpty(user)
            ? new(host, port, from!, security, user, file)
            : throw new SettingFault(new(
                $"{Section}: с {nameof(Security)} None пароль шёл бы открыто. Уберите {nameof(User)} или включите StartTls.",
                $"{Section}: with {nameof(Security)} None the password would go in clear. Remove {nameof(User)}, or use StartTls."));
    }

    private static SecureSocketOptions SecurityOf(string? word) => word switch
    {
        null or "" or "StartTls" => SecureSocketOptions.StartTls,
        "Tls" => SecureSocketOptions.SslOnConnect,
        "None" => SecureSocketOptions.None,
        _ => throw new SettingFault(new(
            $"{Section}:{nameof(Security)}: «{word}». Допустимо StartTls, Tls или None.", $"{Section}:{nameof(Security)} is \"{word}\". It may be StartTls, Tls or None.")),
    };
}
