using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Access;

/// <param name="Page">Its path below <c>Pages</c>, such as <c>/Ward/Bedside</c>.</param>
/// <param name="Handler"><c>GET</c>, <c>POST Take</c>.</param>
/// <param name="Template">The address with its places, such as <c>Ward/Bedside/{coi}/{bag}</c>.</param>
internal sealed record PageHandler(string Page, string Handler, string Template);

/// <summary>What the running application answers to, asked of the application itself.</summary>
internal static class PageHandlers
{
    public static async Task<IReadOnlyList<PageHandler>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        List<PageHandler> handlers = [];
        foreach (var page in Endpoints(services).Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>().Distinct())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            handlers.AddRange(Methods(compiled).Select(method => new PageHandler(page.ViewEnginePath, method, page.AttributeRouteInfo!.Template!)));
        }

        return handlers;
    }

    /// <summary>The addresses of everything that is no page.</summary>
    public static IEnumerable<string> Others(IServiceProvider services) =>
        Endpoints(services).Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Select(endpoint => endpoint is RouteEndpoint route ? route.RoutePattern.RawText! : endpoint.DisplayName!);

    /// <summary>A page without a handler for GET is shown all the same.</summary>
    private static IEnumerable<string> Methods(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Select(method => $"{method.HttpMethod.ToUpperInvariant()} {method.Name}".Trim()).Append("GET").Distinct();

    private static IReadOnlyList<Endpoint> Endpoints(IServiceProvider services) => services.GetRequiredService<EndpointDataSource>().Endpoints;
}
