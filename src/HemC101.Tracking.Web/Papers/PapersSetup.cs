namespace HemC101.Tracking.Web.Papers;

internal static class PapersSetup
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.AddSingleton<DocumentPdf>();
        services.AddSingleton<PrintDocument>();
        services.AddSingleton<IssueSheet>();
    }
}
