using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

/// <param name="Template">The page's address with its places, such as <c>Ward/Bedside/{coi}/{bag}</c>.</param>
/// <param name="Handler">Null for a page with one form.</param>
/// <param name="Fields">The names of the fields that take text.</param>
internal sealed record FormHandler(string Template, string? Handler, IReadOnlyList<string> Fields)
{
    public override string ToString() => $"{Template}?handler={Handler}";
}

/// <summary>Every form handler of the application, as its pages declare them: a new page is there by itself.</summary>
internal static class FormHandlers
{
    /// <summary>The steps' pages read their record by the names that the catalogue gives; any name stands for them.</summary>
    private const string RecordField = "free_text";

    public static async Task<IReadOnlyList<FormHandler>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        List<FormHandler> handlers = [];
        foreach (var page in services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var places = page.AttributeRouteInfo!.Template!;
            var bound = compiled.BoundProperties.SelectMany(property => Names(property.Name, property.ParameterType)).ToList();
            handlers.AddRange(
                from handler in compiled.HandlerMethods
                where handler.HttpMethod == "Post"
                let own = handler.Parameters.SelectMany(parameter => Names(parameter.Name, parameter.ParameterType))
                select new FormHandler(places, handler.Name, [.. own.Concat(bound).Append(RecordField).Where(name => !IsPlace(places, name)).Distinct()]));
        }

        return handlers;
    }

    private static bool IsPlace(string template, string name) =>
        template.Contains($"{{{name}}}", StringComparison.OrdinalIgnoreCase) || template.Contains($"{{{name}?}}", StringComparison.OrdinalIgnoreCase)
        || template.Contains($"{{{name}:", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(string name, Type type) =>
        type == typeof(CancellationToken) ? []
        : type == typeof(string) || type.IsValueType ? [name]
        : type.IsGenericType ? Names($"{name}[0]", type.GenericTypeArguments[0])
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .SelectMany(property => Names($"{name}.{property.Name}", property.PropertyType));
}
