using System.Collections.Frozen;
using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Storage.Accounts;

internal sealed record PersonRow
{
    public const string Columns =
        """
        person.staff_no,
        person.user_name,
        person.normalized_user_name,
        person.full_name,
        person.roles,
        person.training,
        person.language,
        person.password_hash,
        person.pin_hash,
        person.password_state,
        person.pin_state,
        person.badge_serial,
        person.active,
        person.security_stamp,
        person.concurrency_stamp,
        person.created_at
        """;

    private FrozenSet<Role>? _roles;
    private IReadOnlyDictionary<Role, Training>? _training;

    public required StaffNumber StaffNo { get; init; }
    public required string UserName { get; init; }
    public required string NormalizedUserName { get; init; }
    public required string FullName { get; init; }
    public required string Roles { get; init; }
    public required string Training { get; init; }
    public required string Language { get; init; }
    public required string PasswordHash { get; init; }
    public required string PinHash { get; init; }
    public required SecretState PasswordState { get; init; }
    public required SecretState PinState { get; init; }
    public required PrintSerial BadgeSerial { get; init; }
    public required bool Active { get; init; }
    public required string SecurityStamp { get; init; }
    public required string ConcurrencyStamp { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public static string TextOf(IReadOnlySet<Role> roles) => JsonSerializer.Serialize(roles.Order().Select(role => Enum.GetName(role)));

    public static string TextOf(IReadOnlyDictionary<Role, Training> training) => JsonSerializer.Serialize(training.OrderBy(of => of.Key).ToDictionary());

    public static IReadOnlyDictionary<Role, Training> TrainingOf(string text) =>
        (JsonSerializer.Deserialize<Dictionary<Role, Training>>(text) ?? []).ToFrozenDictionary();

    public PersonAccount ToAccount() => new()
    {
        StaffNo = StaffNo,
        UserName = UserName,
        NormalizedUserName = NormalizedUserName,
        FullName = FullName,
        Roles = _roles ??= RolesOf(Roles),
        Training = _training ??= TrainingOf(Training),
        Language = Language,
        PasswordHash = PasswordHash,
        PinHash = PinHash,
        PasswordState = PasswordState,
        PinState = PinState,
        BadgeSerial = BadgeSerial,
        Active = Active,
        SecurityStamp = SecurityStamp,
        ConcurrencyStamp = ConcurrencyStamp,
        CreatedAt = CreatedAt,
    };

    private static FrozenSet<Role> RolesOf(string text) =>
        (JsonSerializer.Deserialize<string[]>(text) ?? []).Select(Enum.Parse<Role>).ToFrozenSet();
}
