using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Commands;

/// <summary>
/// The yearly drill: both sealed copies of the key ring are brought, held against it, and each opens every name; two people sign, and the
/// ledger keeps which keys it was. Nothing is copied here: a copy that this program made would prove nothing.
/// </summary>
internal sealed class KeysEscrowCommand : ICommand
{
    private const string First = "copy";
    private const string Second = "second";
    private const string By = "by";
    private const string Witness = "witness";

    public string Name => "keys escrow";

    public string Usage => $"--{First} <folder> --{Second} <folder> --{By} <user> --{Witness} <user> {ProofCommands.Usage}";

    public Text Purpose => new(
        "доказать, что обе копии связки ключей открывают имена; пароли спрашиваются или читаются двумя строками ввода",
        "prove that both copies of the key ring open the names; the passwords are asked for or read as two lines of input");

    public IReadOnlyCollection<string> Options => [First, Second, By, Witness, DatabaseFile.Option, ProofCommands.Keys];

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        if (line is not { Words: [] }
            || (line.Option(First), line.Option(Second), line.Option(By), line.Option(Witness)) is not ({ } first, { } second, { } by, { } witness))
        {
            return CommandDesk.Misused(this, screen);
        }

        var settings = DatabaseFile.Settings();
        var address = DatabaseFile.AddressOf(line, settings);
        var ring = line.Option(ProofCommands.Keys) ?? ProofCommands.RingOf(address, settings);
        if ((DatabaseFile.Missing(address) ?? KeyCopies.Fault(ring, [first, second])) is { } fault)
        {
            screen.Refuse(fault);
            return ExitCode.No;
        }

        Migrator.Migrate(address);
        await using var services = Services(address, ring, settings);
        await using var scope = services.CreateAsyncScope();
        var database = services.GetRequiredService<Database>();
        foreach (var copy in new[] { first, second })
        {
            screen.Out.WriteLine(copy);
            if (await NamesCheck.RunAsync(database, copy, screen, ct) is not ExitCode.Good and var code)
            {
                return code;
            }
        }

        return await SignAsync(scope.ServiceProvider, [by, witness], screen, ct);
    }

    private static async Task<int> SignAsync(IServiceProvider services, IReadOnlyList<string> users, CommandScreen screen, CancellationToken ct)
    {
        var inputs = users.Select(user => new SignatureInput { Signer = user, Secret = screen.AskSecret(new($"Пароль {user}", $"Password of {user}")) }).ToList();
        var (people, refused) = await services.GetRequiredService<Signers>().AuthenticateAsync(KeyEscrow.Signatures, inputs, ct);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        List<Text> reasons = [.. refused, .. refused.Count > 0 ? [] : Signatories.Assign(KeyEscrow.Signatures, people, now).Refusals.Select(no => no.Reason)];
        if (reasons.Count > 0)
        {
            reasons.ForEach(screen.Refuse);
            return ExitCode.No;
        }

        await using var uow = await services.GetRequiredService<Database>().BeginAsync(ct);
        await services.GetRequiredService<EscrowBook>().WriteAsync(uow, people[1].Person.Number, Doer.At(people[0].Person.Number, null), now, ct);
        await uow.CommitAsync(ct);
        screen.Out.WriteLine("Подтверждено: обе копии хранят все ключи и открывают имена. Опечатайте их и верните на место.");
        screen.Out.WriteLine("Proven: both copies hold every key and open the names. Seal them and bring them back to their places.");
        return ExitCode.Good;
    }

    private static ServiceProvider Services(DatabaseAddress address, string ring, IConfiguration settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Database(address));
        services.AddDataProtection().SetApplicationName(Site.Name).PersistKeysToFileSystem(new DirectoryInfo(ring)).DisableAutomaticKeyGeneration();
        services.AddPeople(settings);
        services.AddScoped<Signers>();
        services.AddSingleton(DemoMode.Of(settings));
        services.AddSingleton<EscrowBook>();
        return services.BuildServiceProvider();
    }
}
