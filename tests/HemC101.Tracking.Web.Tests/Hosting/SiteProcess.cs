using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>The built application in a process of its own, on a data folder that outlives it.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    /// <summary>Opens without sign-in as soon as it is up.</summary>
    private const string FirstPage = "/Account/SignIn";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    private readonly Process _process;
    private readonly StringBuilder _output;

    private SiteProcess(Process process, Uri address, StringBuilder output) =>
        (_process, Address, _output) = (process, address, output);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>From the start of the process to its first page.</summary>
    public TimeSpan StartedWithin { get; private set; }

    /// <summary>What it said so far, for the message of a test that fails.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="data">Where database and keys lie.</param>
    /// <param name="arguments">Beyond address and data folder.</param>
    public static Task<SiteProcess> StartAsync(DirectoryInfo data, params IEnumerable<string> arguments) =>
        StartAsync(Executable(), data, arguments);

    /// <summary>Another build of the application.</summary>
    public static Task<SiteProcess> StartAsync(string program, DirectoryInfo data, params IEnumerable<string> arguments) =>
        StartAsync(program, FirstPage, data, Of(data, arguments));

    /// <param name="launcher">A command line that goes over into the one that follows it.</param>
    /// <param name="data">Where database and keys lie.</param>
    /// <param name="arguments">Beyond address and data folder.</param>
    public static Task<SiteProcess> StartUnderAsync(IReadOnlyList<string> launcher, DirectoryInfo data, params IEnumerable<string> arguments) =>
        StartAsync(launcher, Executable(), FirstPage, data, Of(data, arguments));

    /// <param name="program">Any web application that takes <c>--urls</c>: a .dll, or a program that needs no dotnet.</param>
    /// <param name="page">Opens without sign-in as soon as it is up.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">All of them but the address.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; the message holds its output.</exception>
    public static Task<SiteProcess> StartAsync(string program, string page, DirectoryInfo folder, IEnumerable<string> arguments) =>
        StartAsync([], program, page, folder, arguments);

    /// <summary>Runs one command of the executable to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> CommandAsync(params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Executable(), .. arguments]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Built in the same configuration as these tests.</summary>
    public static string Executable()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(ProjectFolder(), "bin", framework.Parent!.Name, framework.Name, "HemC101.Tracking.Web.dll");
    }

    /// <summary>
    /// Given once, and below those that outgoing connections get by themselves: nobody takes it before whoever asked listens there.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 20_000);
            if (Given.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said goodbye to.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static async Task<SiteProcess> StartAsync(
        IReadOnlyList<string> launcher, string program, string page, DirectoryInfo folder, IEnumerable<string> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        List<string> line = [.. launcher, .. Path.GetExtension(program) == ".dll" ? new[] { "dotnet" } : [], program, .. arguments, "--urls", address.ToString()];
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        var output = new StringBuilder();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        var watch = Stopwatch.StartNew();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var site = new SiteProcess(process, address, output);
        await site.AnswersAsync(page);
        site.StartedWithin = watch.Elapsed;
        return site;
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task AnswersAsync(string page)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < StartsWithin && !_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        await KillAsync();
        throw new InvalidOperationException($"The site did not answer at {Address}. It said:\n{Output}");
    }

    private static void Keep(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static IEnumerable<string> Of(DirectoryInfo data, IEnumerable<string> arguments) => [.. arguments, $"--Data:Directory={data.FullName}"];

    private static string ProjectFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "HemC101.Tracking.Web"));
}
