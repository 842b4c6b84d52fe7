using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Steps;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What a label says, read when it is drawn: the queue holds references only, and a label that waited says what is true now.</summary>
internal sealed class LabelContents(ChainLabelFields chains, FallbackFields fallback, SettingsDesk settings, IOptions<LabelOptions> options, TimeProvider time)
{
    /// <exception cref="LabelContentException">What the job points at is missing.</exception>
    public async Task<LabelContent> OfAsync(Source source, PrintJobRow job, CancellationToken ct)
    {
        var print = await LabelPrints.FindAsync(source, job.Serial, ct)
            ?? throw Missing("serial", new("Этой этикетки нет в реестре. Отмените задание.", "This label is not in the registry. Cancel the job."));
        var reference = JsonSerializer.Deserialize<LabelReference>(job.Fields)
            ?? throw new InvalidOperationException($"Job {job.JobId} points at nothing.");
        var (fields, form) = reference switch
        {
            { Coi: { } coi } => await chains.FieldsAsync(source, coi, reference, print, ct),
            { Staff: { } staff } => (await HouseLabelFields.BadgeAsync(source, staff, ct), await FormAsync(source, ct)),
            { Fallback: { } set } => await fallback.OfAsync(source, set, print, ct),
            { House: { } thing } => (await HouseLabelFields.ThingAsync(source, thing, ct), await FormAsync(source, ct)),
            _ => throw new InvalidOperationException($"Job {job.JobId} points at nothing."),
        };
        fields["printed"] = $"Напечатано {LabelWords.Moment(time.GetUtcNow())}{(Linear(print)?.EndsWith($"{DonationFlags.RepeatLabel}", StringComparison.Ordinal) == true ? Repeated : "")}";
        fields.TryAdd("unit", options.Value.Hospital);
        return new LabelContent
        {
            Kind = print.Kind,
            Serial = print.Serial.ToString(),
            Symbol = print.Symbol,
            Gs1 = print.Kind == LabelKind.Wristband,
            Linear = Linear(print),
            Form = form,
            Fields = fields,
            MustSay = LabelWords.MustSay(fields),
        };
    }

    /// <summary>Of things of the house, which are nobody's.</summary>
    private async Task<LabelForm> FormAsync(Source source, CancellationToken ct) => LabelForm.Of(await settings.CurrentAsync(source, ct));

    /// <summary>Beside the moment of printing, on a label that carries the flag of a repeated one.</summary>
    internal const string Repeated = " · повторная";

    internal static LabelContentException Missing(string field, Text reason) => new(field, reason);

    private static string? Linear(LabelPrintRow print) => print.Kind switch
    {
        LabelKind.CollectionBag or LabelKind.FallbackSet => Donation(print.Donation, print),
        LabelKind.DoseBagDay1 or LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated
            or LabelKind.CassetteDay1 or LabelKind.CassetteDay2 or LabelKind.CassetteRedesignated => Donation(print.Bag?.Donation, print),
        _ => null,
    };

    /// <summary>With the flags of the square code beside it.</summary>
    private static string? Donation(DonationNumber? din, LabelPrintRow print) => din is { } number ? BarcodeWriter.DonationLinear(number, FlagsIn(print, number) ?? "00") : null;

    private static string? FlagsIn(LabelPrintRow print, DonationNumber din)
    {
        var at = print.Symbol.IndexOf($"={din}", StringComparison.Ordinal);
        return at < 0 ? null : print.Symbol.Substring(at + 1 + din.ToString().Length, 2);
    }
}
