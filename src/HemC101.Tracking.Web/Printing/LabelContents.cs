using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What a label says, read when it is drawn: the queue holds references only, and a label that waited says what is true now.</summary>
internal sealed class LabelContents(ChainLabelFields chains, IOptions<LabelOptions> options, TimeProvider time)
{
    /// <exception cref="LabelContentException">What the job points at is missing.</exception>
    public async Task<LabelContent> OfAsync(Source source, PrintJobRow job, CancellationToken ct)
    {
        var print = await LabelPrints.FindAsync(source, job.Serial, ct)
            ?? throw Missing("serial", new("Этой этикетки нет в реестре. Отмените задание.", "This label is not in the registry. Cancel the job."));
        var reference = JsonSerializer.Deserialize<LabelReference>(job.Fields)
            ?? throw new InvalidOperationException($"Job {job.JobId} points at nothing.");
        var fields = reference switch
        {
            { Coi: { } coi } => await chains.FieldsAsync(source, coi, reference, print, ct),
            { Staff: { } staff } => await HouseLabelFields.BadgeAsync(source, staff, ct),
            { House: { } thing } => await HouseLabelFields.ThingAsync(source, thing, ct),
            _ => throw new InvalidOperationException($"Job {job.JobId} points at nothing."),
        };
        fields["printed"] = $"Напечатано {LabelWords.Moment(time.GetUtcNow())}";
        fields.TryAdd("unit", options.Value.Hospital);
        return new LabelContent
        {
            Kind = print.Kind,
            Serial = print.Serial.ToString(),
            Symbol = print.Symbol,
            Gs1 = print.Kind == LabelKind.Wristband,
            Linear = Linear(print, reference.Of),
            Fields = fields,
        };
    }

    internal static LabelContentException Missing(string field, Text reason) => new(field, reason);

    private static string? Linear(LabelPrintRow print, string? of) => print.Kind switch
    {
        LabelKind.CollectionBag => CollectionBagId.TryParse(of, out var bag) ? BarcodeWriter.DonationLinear(bag.Donation, bag.Flags) : Donation(print.Donation),
        LabelKind.DoseBagDay1 or LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated => Donation(print.Bag?.Donation),
        LabelKind.InProcessContainer or LabelKind.Wristband or LabelKind.StaffBadge or LabelKind.HouseThing => null,
    };

    private static string? Donation(DonationNumber? din) => din is { } number ? BarcodeWriter.DonationLinear(number, "00") : null;
}
