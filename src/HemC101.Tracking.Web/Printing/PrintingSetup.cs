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
        var section = configuration.GetSection(LabelOptions.Section);
        services.Configure<LabelOptions>(section);
        var labels = section[nameof(LabelOptions.Directory)] ?? Path.Combine(AppContext.BaseDirectory, "labels");
        services.AddSingleton(_ => TemplateLibrary.Load(Path.Combine(labels, "templates")));
        services.AddSingleton(provider => new LabelRenderer(provider.GetRequiredService<TemplateLibrary>(), Path.Combine(labels, "fonts")));
        services.AddSingleton(_ => new PaperReport(Path.Combine(labels, "fonts")));
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
}
