using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Stations;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>Sign-in, signatures and the shell of all pages. Needs <see cref="Database"/> and <see cref="TimeProvider"/> as singletons.</summary>
public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddShell(configuration);
        services.AddHttpContextAccessor();
        services.AddHouse();
        services.AddStations(configuration);
        services.AddIdentityCore<PersonAccount>(Rules).AddUserStore<PersonStore>();
        services.AddScoped(p => new Lazy<UserManager<PersonAccount>>(p.GetRequiredService<UserManager<PersonAccount>>));
        services.AddScoped<IPasskeyHandler<PersonAccount>, PasskeyHandler<PersonAccount>>();
        services.Configure<IdentityPasskeyOptions>(PasskeyDesk.Demand);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddScoped<CurrentPerson>();
        services.AddScoped<SecretCheck>();
        services.AddSingleton(p => new BadgeNumbers(
            p.GetRequiredService<Database>(), FacilityOf(configuration)));
        services.AddScoped(p => new Signatory(
            p.GetRequiredService<Database>(), p.GetRequiredService<Lazy<UserManager<PersonAccount>>>(), p.GetRequiredService<SecretCheck>()));
        services.AddScoped(p => new SignInDesk(
            p.GetRequiredService<Database>(), p.GetRequiredService<CurrentStation>(), p.GetRequiredService<TimeProvider>()));
        services.AddScoped(p => new PersonAdmin(
            p.GetRequiredService<Database>(),
            p.GetRequiredService<UserManager<PersonAccount>>(),
            p.GetRequiredService<BadgeNumbers>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddScoped(p => new PasskeyDesk(
            p.GetRequiredService<Database>(),
            p.GetRequiredService<UserManager<PersonAccount>>(),
            (IUserPasskeyStore<PersonAccount>)p.GetRequiredService<IUserStore<PersonAccount>>(),
            p.GetRequiredService<IPasskeyHandler<PersonAccount>>(),
            p.GetRequiredService<Signatory>(),
            p.GetRequiredService<AccountRecord>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<PasskeyDesk>>()));
        services.AddScoped(p => new FirstStart(
            p.GetRequiredService<Database>(),
            p.GetRequiredService<PersonAdmin>(),
            (PersonStore)p.GetRequiredService<IUserStore<PersonAccount>>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddScoped<Signers>();
        AddSignedByTwo(services);
        services.AddScoped<SecondFactorDesk>();
        services.AddSingleton<KnownPeople>();
        services.AddScoped<SessionEvents>();
        AddCookie(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static void AddSignedByTwo(IServiceCollection services)
    {
        services.AddScoped<AccountSigners>();
        services.AddScoped(p => new RecoverAccount(
            p.GetRequiredService<Database>(),
            p.GetRequiredService<PersonAdmin>(),
            (PersonStore)p.GetRequiredService<IUserStore<PersonAccount>>(),
            p.GetRequiredService<AccountRecord>(),
            p.GetRequiredService<AccountSigners>()));
        services.AddScoped(p => new GiveRights(
            p.GetRequiredService<Database>(),
            p.GetRequiredService<PersonAdmin>(),
            (PersonStore)p.GetRequiredService<IUserStore<PersonAccount>>(),
            p.GetRequiredService<AccountRecord>(),
            p.GetRequiredService<AccountSigners>()));
    }

    /// <summary>Errors, headers, static files, language, routing, then who it is, how often they ask and what they may open; pages are mapped after it.</summary>
    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) =>
        app.UseShell().UseRouting().UseAuthentication().Use(SessionTrouble.TellAsync).UseRateLimiter().UseAuthorization().Use(DueSecrets.AskAsync);

    private static void Rules(IdentityOptions options)
    {
        // NIST SP 800-63B §3.1.1.2: length, not composition.
        options.Password.RequiredLength = PersonRules.ShortestPassword;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    /// <exception cref="SettingFault">It is no facility identification number.</exception>
    internal static FacilityNumber FacilityOf(IConfiguration configuration) =>
        FacilityNumber.TryParse(configuration["Facility:Number"] ?? "A9999", out var facility) ? facility
        : throw new SettingFault(new(
            $"Facility:Number: «{configuration["Facility:Number"]}», а нужен номер учреждения ISBT 128 из пяти знаков.",
            $"Facility:Number is \"{configuration["Facility:Number"]}\": it has to be an ISBT 128 facility identification number of five characters."));

    private static void AddCookie(IServiceCollection services)
    {
        services.AddAuthentication(SignInDesk.Scheme).AddCookie(SignInDesk.Scheme, options =>
        {
            options.Cookie.Name = "hemc101.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = SessionEvents.Shift;
            options.SlidingExpiration = false;
            options.LoginPath = "/Account/SignIn";
            options.EventsType = typeof(SessionEvents);
        });
        services.PostConfigure<CookieAuthenticationOptions>(SignInDesk.Scheme, options => options.TicketDataFormat = new KnownTickets(options.TicketDataFormat));
    }
}
