using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Audit;

internal static class AuditSetup
{
    /// <summary>The journal of looks is stopped after the pages are, so that nothing they report comes too late.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<ExportTrail>()
        .AddSingleton<ReviewTrail>()
        .AddSingleton<PersonalDataJournal>()
        .AddHostedService(provider => provider.GetRequiredService<PersonalDataJournal>());
}
