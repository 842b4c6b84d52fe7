using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Templates;

internal static class TemplateNames
{
    public const string Extension = ".zpl.liquid";

    public static string Of(LabelKind kind) => kind switch
    {
        LabelKind.CollectionBag => "collection-bag",
        LabelKind.InProcessContainer => "in-process-container",
        LabelKind.DoseBagDay1 => "dose-bag-day1",
        LabelKind.DoseBagDay2 => "dose-bag-day2",
        LabelKind.DoseBagRedesignated => "dose-bag-redesignated",
        LabelKind.Wristband => "wristband",
        LabelKind.StaffBadge => "staff-badge",
        LabelKind.HouseThing => "house-thing",
        LabelKind.TransportContainer => "transport-container",
        LabelKind.CassetteDay1 => "cassette-day1",
        LabelKind.CassetteDay2 => "cassette-day2",
        LabelKind.CassetteRedesignated => "cassette-redesignated",
        LabelKind.TestTube => "test-tube",
        LabelKind.SterilityTube => "sterility-tube",
        LabelKind.RetentionSample => "retention-sample",
        LabelKind.PostThaw => "post-thaw",
        LabelKind.Quarantine => "quarantine",
        LabelKind.Rejected => "rejected",
        LabelKind.OutOfSpecification => "out-of-specification",
        LabelKind.FallbackSet => "fallback-set",
    };
}
