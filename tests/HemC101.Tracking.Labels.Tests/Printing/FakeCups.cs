namespace HemC101.Tracking.Labels.Tests.Printing;

/// <summary>
/// Stands for CUPS's commands and answers word for word as CUPS 2.4 does; how it fares, the name of the queue says. What it got lies in its folder.
/// </summary>
internal sealed class FakeCups : IDisposable
{
    private const string Lp =
        """
        #!/bin/sh
        home=$(dirname "$0"); printf '%s\n' "$@" > "$home/arguments"; echo "$LC_ALL" > "$home/language"
        case $2 in
          refuses) echo "lp: Destination \"refuses\" is not accepting jobs." >&2; exit 1 ;;
          hangs) sleep 60 ;;
          silent) cat > "$home/document"; exit 0 ;;
        esac
        cat > "$home/document"
        echo 0 > "$home/looks"
        echo "request id is $2-17 (0 file(s))"
        """;

    private const string Lpstat =
        """
        #!/bin/sh
        home=$(dirname "$0")
        case "$*" in
          "-p gone") echo 'lpstat: Invalid destination name in list "gone".' >&2; exit 1 ;;
          "-p off") printf 'printer off disabled since Sun Nov 29 23:10:03 2026 -\n\tout of labels\n' ;;
          -p*) echo "printer $2 is idle.  enabled since Sun Nov 29 23:10:00 2026" ;;
          "-l -W completed -o ended") printf 'ended-17                root              1024   Sun Nov 29 23:10:03 2026\n\tAlerts: aborted-by-system\n\tqueued for ended\n' ;;
          "-l -W completed"*) printf '%s-17                root              1024   Sun Nov 29 23:10:03 2026\n\tAlerts: processing-to-stop-point\n\tqueued for x\n' "$5" ;;
          "-l -W not-completed -o stuck" | "-l -W not-completed -o stubborn")
            printf '%s-16                root              1024   Sun Nov 29 23:10:03 2026\n\tAlerts: none\n%s-17                root              1024   Sun Nov 29 23:10:03 2026\n\tStatus: media empty\n\tAlerts: media-empty-error\n' "$5" "$5" ;;
          "-l -W not-completed -o slow")
            looks=$(cat "$home/looks"); echo $((looks + 1)) > "$home/looks"
            [ "$looks" -ge 3 ] || printf 'slow-17                root              1024   Sun Nov 29 23:10:03 2026\n\tAlerts: job-printing\n' ;;
          "-l -W not-completed -o lost") echo "lpstat: Unable to connect to server." >&2; exit 1 ;;
        esac
        """;

    private const string Cancel =
        """
        #!/bin/sh
        echo "$1" > "$(dirname "$0")/cancelled"
        case $1 in stubborn-*) echo "cancel: cancel-job failed: Forbidden" >&2; exit 1 ;; esac
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-cups-");

    public FakeCups()
    {
        Put("lp", Lp);
        Put("lpstat", Lpstat);
        Put("cancel", Cancel);
    }

    public string Folder => _folder.FullName;

    /// <returns>Null when nothing of the kind came.</returns>
    public byte[]? Got(string what) => File.Exists(Path.Combine(Folder, what)) ? File.ReadAllBytes(Path.Combine(Folder, what)) : null;

    public string[] Arguments => File.ReadAllLines(Path.Combine(Folder, "arguments"));

    public void Dispose() => _folder.Delete(recursive: true);

    private void Put(string name, string script)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
