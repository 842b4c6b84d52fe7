using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans.Fuzz;

/// <summary>Throws made-up and damaged scans at the reader and checks what it accepts against a grammar of its own.</summary>
public static class ReaderFuzz
{
    private const int MostComplaints = 20;

    /// <summary>The same seed gives the same inputs.</summary>
    public static FuzzReport Run(int inputs, int seed)
    {
        var source = new FuzzSource(seed);
        var complaints = new List<string>();
        var accepted = 0;
        for (var i = 0; i < inputs && complaints.Count < MostComplaints; i++)
        {
            var (raw, setup) = (source.Next(), source.Setup());
            try
            {
                var reading = BarcodeReader.Read(raw, setup);
                accepted += reading is Reading.Understood ? 1 : 0;
                if (Complaint(raw, reading) is { } complaint)
                {
                    complaints.Add($"{Printable(raw)}: {complaint}");
                }
            }
#pragma warning disable CA1031 // Whatever it throws, the reader should not have.
            catch (Exception e)
#pragma warning restore CA1031
            {
                complaints.Add($"{Printable(raw)}: {e.GetType().Name} {e.Message}");
            }
        }

        return new FuzzReport(inputs, accepted, complaints);
    }

    /// <returns>Null when the answer is as it should be.</returns>
    private static string? Complaint(string raw, Reading reading) => reading switch
    {
        Reading.Understood good => AcceptedScan.Complaint(raw, good),
        Reading.Unreadable { Refusal.Key.Length: 0 } or Reading.Unreadable { Reason.Ru.Length: 0 } or Reading.Unreadable { Reason.En.Length: 0 } => "refused without a reason",
        _ => null,
    };

    private static string Printable(string raw) => string.Concat(raw.Select(c => c is > ' ' and < '\x7F' ? $"{c}" : $"\\u{(int)c:x4}"));
}

/// <param name="Accepted">How many inputs were understood.</param>
/// <param name="Complaints">Inputs with what is wrong about their answer; the run ends when there are many.</param>
public sealed record FuzzReport(int Inputs, int Accepted, IReadOnlyList<string> Complaints);
