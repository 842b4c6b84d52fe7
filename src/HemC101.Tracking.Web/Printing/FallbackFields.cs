using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Steps;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What stands on a pre-printed set: its numbers, and lines for what is written by hand.</summary>
internal sealed class FallbackFields(SettingsDesk settings, IOptions<LabelOptions> options)
{
    /// <returns>With the form that was asked for when it was ordered: a set that waited for its printer has the form that its entry in the ledger stands for.</returns>
    public async Task<(Dictionary<string, string> Fields, LabelForm Form)> OfAsync(Source source, DonationNumber donation, LabelPrintRow print, CancellationToken ct)
    {
        var set = await FallbackJournal.FindAsync(source, donation, ct)
            ?? throw LabelContents.Missing("din", new("Такого резервного набора нет. Отмените задание.", "There is no such fallback set. Cancel the job."));
        var (study, form) = (await settings.CurrentAsync(source, ct), LabelForm.Of((await settings.BookAsync(source, ct)).At(set.PrintedAt).Settings));
        var fields = new Dictionary<string, string>
        {
            ["code"] = set.Number.ToString(CultureInfo.InvariantCulture),
            ["contents"] = CarrierOf(print.Carrier == Carrier.Tag, form.English),
            ["product_name"] = options.Value.CollectionProduct,
            ["din"] = donation.ToString(),
            ["din_check"] = HouseLabelFields.Check(donation.ToString()),
            ["study"] = study.ProtocolCode,
            ["anticoagulant"] = options.Value.Anticoagulant,
            ["storage"] = $"Хранить и перевозить при {study.TransportMinC:0}–{study.TransportMaxC:0} °C",
            ["unit"] = options.Value.ApheresisUnit,
        };
        return (fields, form);
    }

    private static string CarrierOf(bool isTag, bool english) => (isTag, english) switch
    {
        (true, true) => "БИРКА / TAG",
        (true, false) => "БИРКА",
        (false, true) => "ПАКЕТ / BAG",
        (false, false) => "ПАКЕТ",
    };
}
