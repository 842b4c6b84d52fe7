using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Printing;

/// <summary>The print queue's dispatcher and what it draws with.</summary>
public static class PrintingSetup
{
    public static IServiceCollection AddPrinting(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        services.AddDrawing(configuration);
        services.AddSingleton(_ => new PaperReport(Path.Combine(LabelsOf(configuration), "fonts")));
        services.AddSingleton<ChainLabelFields>();
        services.AddSingleton<LabelContents>();
        services.AddSingleton<PrintSignal>();
        services.AddSingleton<PrinterStandings>();
        services.AddSingleton<PrinterTurn>();
        services.AddSingleton<PrintQueue>();
        services.AddSingleton<PrintOverview>();
        services.AddSingleton(provider => new ConfiguredPrinters(
            provider.GetRequiredService<Database>(), configuration, DemoMode.Of(configuration), Path.Combine(dataDirectory, "printed")));
        services.AddHostedService<PrintDispatcher>();
        services.AddHostedService<PrintNotices>();
        return services;
    }

    /// <summary>What draws a label, with no queue and no printer behind it.</summary>
    internal static IServiceCollection AddDrawing(this IServiceCollection services, IConfiguration configuration)
    {
        var labels = LabelsOf(configuration);
        services.Configure<LabelOptions>(configuration.GetSection(LabelOptions.Section));
        services.AddSingleton(_ => TemplateLibrary.Load(Path.Combine(labels, "templates")));
        services.AddSingleton(provider => new LabelRenderer(provider.GetRequiredService<TemplateLibrary>(), Path.Combine(labels, "fonts")));
        return services.AddSingleton<LabelFit>();
    }

    private static string LabelsOf(IConfiguration configuration) =>
        configuration.GetSection(LabelOptions.Section)[nameof(LabelOptions.Directory)] ?? Path.Combine(AppContext.BaseDirectory, "labels");
}
