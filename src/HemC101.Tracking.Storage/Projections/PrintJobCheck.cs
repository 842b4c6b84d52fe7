using System.Text.Json;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What a label will say is read by its job when it is drawn: each job points at the thing that its label was ordered for, and a label has one.</summary>
internal static class PrintJobCheck
{
    public static async Task<DivergedRow?> FindAsync(Source source, ChainState state, CancellationToken ct) => Find(
        await PrintJobs.ListReferencesAsync(source, state.Coi, ct),
        job => state.Prints.GetValueOrDefault(job.Serial) is { } print ? new(print.Kind, Coi: $"{state.Coi}", Of: print.Of) : null);

    /// <param name="source">Of one moment.</param>
    /// <param name="house">Labels that were ordered for no chain.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<DivergedRow?> FindAsync(Source source, IReadOnlyDictionary<PrintSerial, LabelPrintRow> house, CancellationToken ct) => Find(
        await PrintJobs.ListReferencesAsync(source, ct),
        job => house.GetValueOrDefault(job.Serial) is { } print
            ? new(print.Kind, Staff: print.StaffNo?.ToString(), House: print.HouseId?.ToString(), Fallback: print.Donation?.ToString())
            : null);

    private static DivergedRow? Find(IReadOnlyList<JobReference> jobs, Func<JobReference, Pointed?> expected)
    {
        HashSet<PrintSerial> seen = [];
        foreach (var job in jobs)
        {
            if (!seen.Add(job.Serial))
            {
                return new("print_job", $"{job.JobId}", Divergence.Foreign);
            }

            if (Pointed.By(job) is not { } pointed || pointed != expected(job))
            {
                return new("print_job", $"{job.JobId}", Divergence.Changed);
            }
        }

        return null;
    }

    private sealed record Pointed(LabelKind Kind, string? Coi = null, string? Of = null, string? Staff = null, string? House = null, string? Fallback = null)
    {
        /// <returns>Null for what no program of ours has written.</returns>
        public static Pointed? By(JobReference job)
        {
            using var fields = JsonDocument.Parse(job.Fields);
            if (fields.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            string? At(string name) =>
                !fields.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
                : value.ValueKind == JsonValueKind.String ? value.GetString()
                : value.GetRawText();
            return new(job.Kind, At(nameof(Coi)), At(nameof(Of)), At(nameof(Staff)), At(nameof(House)), At(nameof(Fallback)));
        }
    }
}
