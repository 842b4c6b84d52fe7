using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Proofs;

internal static class ProofsSetup
{
    public static void AddProofs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SealOptions.Of(configuration));
        services.AddSingleton<SealKey>();
        services.AddSingleton(SealerOf);
        services.AddSingleton<DepositCheck>();
        services.AddSingleton<ChainReport>();
        services.AddSingleton<EvidenceBundle>();
        services.AddSingleton<ConsistencyBundle>();
        services.AddHostedService<SealKeeper>();
    }

    internal static Sealer SealerOf(IServiceProvider services) => new(
        services.GetRequiredService<Database>(), services.GetRequiredService<SealKey>(), services.GetRequiredService<SealOptions>(),
        services.GetRequiredService<TimeProvider>());
}
