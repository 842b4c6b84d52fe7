using Microsoft.AspNetCore.Hosting;

namespace HemC101.Tracking.Web.Tests.Hosting;

internal static class HostArguments
{
    /// <param name="builder">Of a site in this process.</param>
    /// <param name="arguments">As a process would get them: <c>--Name=value</c>.</param>
    public static IWebHostBuilder UseArguments(this IWebHostBuilder builder, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            var end = argument.IndexOf('=', StringComparison.Ordinal);
            builder.UseSetting(argument[2..end], argument[(end + 1)..]);
        }

        return builder;
    }
}
