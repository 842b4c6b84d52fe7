namespace HemC101.Tracking.Web.Commands;

/// <summary>One word of the command line. It never starts the web site.</summary>
internal interface ICommand
{
    /// <summary>One word or several with a space between them.</summary>
    string Name { get; }

    /// <summary>What follows the name, for the help.</summary>
    string Usage { get; }

    Text Purpose { get; }

    /// <summary>Names of the options, without the dashes. Every option has a value.</summary>
    IReadOnlyCollection<string> Options { get; }

    /// <summary>The exit code when nothing could be asked.</summary>
    int Unusable => ExitCode.Unusable;

    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct);
}
