using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Templates;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HemC101.Tracking.Web.Printing;

/// <summary>The print queue's dispatcher and what it draws with.</summary>
public static class PrintingSetup
{
    public static IServiceCollection AddPrinting(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        var labels = services.AddTemplates(configuration);
        services.AddSingleton(_ => new PaperReport(Path.Combine(labels, "fonts")));
        services.AddSingleton<ChainLabelFields>();
        services.AddSingleton<FallbackFields>();
        services.AddSingleton<LabelContents>();
        services.AddSingleton<PrintSignal>();
        services.AddSingleton<PrinterStandings>();
        services.TryAddSingleton(TcpTimes.Usual);
        services.AddSingleton<PictureProof>();
        services.AddSingleton<PrinterTurn>();
        services.AddSingleton<PrintQueue>();
        services.AddSingleton<PrintOverview>();
        services.AddSingleton(provider => new ConfiguredPrinters(
            provider.GetRequiredService<Database>(), configuration, DemoMode.Of(configuration), Path.Combine(dataDirectory, "printed")));
        services.AddHostedService<PrintDispatcher>();
        services.AddHostedService<PrintNotices>();
        return services;
    }

    /// <summary>What an enrolment asks of the labels, without a printer.</summary>
    /// <returns>The folder of templates and fonts.</returns>
    public static string AddTemplates(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(LabelOptions.Section);
        services.Configure<LabelOptions>(section);
        var labels = section[nameof(LabelOptions.Directory)] ?? Path.Combine(AppContext.BaseDirectory, "labels");
        services.AddSingleton(_ => new TemplateDesk(Path.Combine(labels, "templates"), Path.Combine(labels, "fonts")));
        services.AddSingleton<ApproveTemplates>();
        services.AddSingleton<LabelFit>();
        return labels;
    }
}
