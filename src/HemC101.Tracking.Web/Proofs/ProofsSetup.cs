namespace HemC101.Tracking.Web.Proofs;

internal static class ProofsSetup
{
    public static void AddProofs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SealOptions.Of(configuration));
        services.AddSingleton<SealKey>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<DepositCheck>();
        services.AddSingleton<ChainReport>();
        services.AddSingleton<EvidenceBundle>();
        services.AddHostedService<SealKeeper>();
    }
}
