using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.People;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Opens an account, above all the first administrator's, when nobody can sign in yet.</summary>
internal sealed class UserAddCommand : ICommand
{
    public string Name => "user add";

    public string Usage =>
        $"--name \"Фамилия Имя Отчество\" --user <user> --roles {Role.WardNurse},{Role.LabOperator} [--language ru|en] {DatabaseFile.Usage}";

    public Text Purpose => new(
        "завести учётную запись; пароль и PIN-код спрашиваются или читаются двумя строками ввода",
        "open an account; password and PIN are asked for or read as two lines of input");

    public IReadOnlyCollection<string> Options => ["name", "user", "roles", "language", DatabaseFile.Option];

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        if (line is not { Words: [] } || (line.Option("name"), line.Option("user"), line.Option("roles")) is not ({ } name, { } user, { } list))
        {
            return CommandDesk.Misused(this, screen);
        }

        var (roles, unknown) = RolesOf(list);
        if (unknown.Count > 0)
        {
            var all = string.Join(", ", Enum.GetNames<Role>());
            screen.Refuse(new Text("Нет роли {0}. Роли: {1}.", "There is no role {0}. Roles: {1}.").With(string.Join(", ", unknown), all));
            return ExitCode.No;
        }

        if (Secrets(screen) is not var (password, pin))
        {
            screen.Refuse(new("Введено дважды по-разному. Ничего не записано.", "Not entered twice alike. Nothing was recorded."));
            return ExitCode.No;
        }

        await using var services = Services(line);
        await using var scope = services.CreateAsyncScope();
        var admin = scope.ServiceProvider.GetRequiredService<PersonAdmin>();
        var answer = await admin.AddWithGivenSecretsAsync(name.Trim(), user.Trim(), roles, password, pin, line.Option("language") ?? "ru", ct);
        return await SayAsync(answer, services.GetRequiredService<Database>(), screen, ct);
    }

    private static ServiceProvider Services(CommandLine line)
    {
        var settings = DatabaseFile.Settings();
        var address = DatabaseFile.NewAddressOf(line, settings);
        Migrator.Migrate(address);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(address));
        services.AddPeople(settings);
        return services.BuildServiceProvider();
    }

    private static async Task<int> SayAsync(PersonChange answer, Database database, CommandScreen screen, CancellationToken ct)
    {
        if (answer is PersonChange.Refused refused)
        {
            foreach (var reason in refused.Reasons)
            {
                screen.Refuse(reason);
            }

            return ExitCode.No;
        }

        var number = ((PersonChange.Done)answer).Person.Number;
        var account = await PersonAccounts.FindAsync(database, number, ct);
        screen.Out.WriteLine($"Код сотрудника / Staff number: {number.WithCheck}");
        screen.Out.WriteLine($"Код бейджа / Badge code: {Badge.Text(number, account!.BadgeSerial)}");
        return ExitCode.Good;
    }

    private static (HashSet<Role> Roles, List<string> Unknown) RolesOf(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = Enum.GetValues<Role>().ToDictionary(role => role.ToString(), StringComparer.OrdinalIgnoreCase);
        return ([.. names.Where(known.ContainsKey).Select(name => known[name])], [.. names.Where(name => !known.ContainsKey(name))]);
    }

    /// <returns>Null when a person at the terminal entered something twice in two ways.</returns>
    private static (string Password, string Pin)? Secrets(CommandScreen screen)
    {
        var again = new Text("ещё раз", "once more");
        var password = screen.AskSecret(new("Пароль", "Password"));
        var passwordAgain = screen.IsTerminal ? screen.AskSecret(again) : password;
        var pin = screen.AskSecret(new("PIN-код, шесть цифр", "PIN, six digits"));
        var pinAgain = screen.IsTerminal ? screen.AskSecret(again) : pin;
        return password == passwordAgain && pin == pinAgain ? (password, pin) : null;
    }
}
