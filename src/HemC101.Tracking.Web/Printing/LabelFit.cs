using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Templates;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Printing;

/// <summary>
/// Draws every label of a course with this person's data before there is a course, in the form that the settings ask for and for every print head, so that
/// none fails at the chair or at the bed.
/// </summary>
public sealed class LabelFit(TemplateDesk templates, IOptions<LabelOptions> options)
{
    public const string Code = "label-fit";

    /// <summary>Not the person's data are in the way, but a template that has no place for something.</summary>
    public const string FormCode = "label-form";

    /// <summary>Of a name as most are: whether a template serves a form is no question of the name.</summary>
    private static readonly PersonalData Anybody = new("Образцова", "Ирина", "Сергеевна", new(1984, 2, 29));

    /// <param name="source">Of the approved templates.</param>
    /// <param name="person">Whose labels.</param>
    /// <param name="study">In force now: what stands on labels besides.</param>
    /// <param name="form">In which the labels of the chain are made.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>One for each label that cannot be drawn; without the person's data, since the page still shows them.</returns>
    public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Source source, PersonalData person, StudySettings study, LabelForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(form);
        try
        {
            var unfit = Unfit(await templates.RendererAsync(source, ct), person, study, form);
            return [.. unfit.Select(label => label.Why is LabelFormException ? ForTheForm(PrintNames.Of(label.Kind), label.Why.Reason) : ForThePerson(PrintNames.Of(label.Kind), label.Why.Field))];
        }
        catch (TemplateException e)
        {
            return [new(Code, new(
                $"Шаблон этикетки негоден: {e.Message} Никто не включён. Попросите администратора исправить файл.",
                $"A label template is broken: {e.Message} Nobody was enrolled. Ask the administrator to mend the file."))];
        }
    }

    /// <summary>Whether labels can be printed in the form that a set of settings asks for, from what is approved.</summary>
    public async Task<IReadOnlyList<Refusal>> FormRefusalsAsync(Source source, StudySettings before, StudySettings after, CancellationToken ct)
    {
        if (LabelForm.Of(before) == LabelForm.Of(after))
        {
            return [];
        }

        try
        {
            return FormRefusals(await templates.RendererAsync(source, ct), after, [LabelForm.Of(after)]);
        }
        catch (TemplateException e)
        {
            return [new(Code, new(
                $"Шаблон этикетки негоден: {e.Message} Ничего не записано. Попросите администратора исправить файл.",
                $"A label template is broken: {e.Message} Nothing was recorded. Ask the administrator to mend the file."))];
        }
    }

    /// <param name="renderer">Of texts that may be not approved yet.</param>
    /// <param name="study">In force.</param>
    /// <param name="forms">In which labels are still to be made; a label that fails in several is named once.</param>
    internal IReadOnlyList<Refusal> FormRefusals(LabelRenderer renderer, StudySettings study, IReadOnlyCollection<LabelForm> forms) =>
    [
        .. forms.SelectMany(form => Unfit(renderer, Anybody, study, form)).DistinctBy(label => label.Kind)
            .Select(label => ForTheForm(PrintNames.Of(label.Kind), label.Why.Reason)),
    ];

    private static Refusal ForThePerson(Text label, string field) => new(Code, new(
        $"Этикетка «{label.Ru}» этого участника не выйдет: поле «{field}» не помещается или не печатается. Сверьте написание; если оно верно, попросите администратора изменить шаблон этикетки.",
        $"The label “{label.En}” of this participant cannot be printed: the field “{field}” does not fit or has a letter without a glyph. Check the spelling; if it is right, ask the administrator to change the label's template."));

    private static Refusal ForTheForm(Text label, Text why) => new(FormCode, new(
        $"Ничего не записано: этикетка «{label.Ru}» с этими настройками и шаблонами не выйдет. {why.Ru}",
        $"Nothing was recorded: the label “{label.En}” cannot be printed with these settings and templates. {why.En}"));

    /// <summary>Each label that somebody could wait for in vain, with the first thing that is wrong with it.</summary>
    private IEnumerable<(LabelKind Kind, LabelContentException Why)> Unfit(LabelRenderer renderer, PersonalData person, StudySettings study, LabelForm form)
    {
        var longest = new LongestFields(options.Value, person, study, form);
        foreach (var kind in Enum.GetValues<LabelKind>().Where(LabelApproval.IsNeededToEnrol))
        {
            if (longest.Of(kind).Select(fields => Fault(renderer, Content(kind, fields, study, form))).FirstOrDefault(fault => fault is not null) is { } why)
            {
                yield return (kind, why);
            }
        }
    }

    private static LabelContentException? Fault(LabelRenderer renderer, LabelContent content)
    {
        try
        {
            Array.ForEach(Enum.GetValues<PrintDensity>(), density => renderer.Render(content, density));
            return null;
        }
        catch (LabelContentException e)
        {
            return e;
        }
    }

    private static LabelContent Content(LabelKind kind, Dictionary<string, string> fields, StudySettings study, LabelForm form)
    {
        var donation = DonationNumber.Issue(FacilityNumber.Parse(study.FacilityNumber), 2030, 1);
        var coi = CoiId.Issue(FacilityNumber.Parse(study.FacilityNumber), 2030, 1);
        var symbol = kind == LabelKind.Wristband
            ? BarcodeWriter.Wristband(PatientKey.Issue(study.Gs1Prefix, 1), 99)
            : BarcodeWriter.DoseBag(
                DoseBagId.Of(donation, ProductCode.Parse($"{study.DoseProductCode}1A0")), MoscowTime.At(new(2030, 12, 30, 23, 59, 0)), coi, BatchNumber.Issue(2030, 999), PrintSerial.Issue(999_999_999));
        var linear = kind == LabelKind.CollectionBag || kind.IsDoseBag() || kind.IsCassette() ? BarcodeWriter.DonationLinear(donation, "05") : null;
        return new LabelContent
        {
            Kind = kind,
            Serial = PrintSerial.Issue(999_999_999).ToString(),
            Symbol = Shortest(kind, donation, coi) ?? symbol,
            Gs1 = kind == LabelKind.Wristband,
            Linear = linear,
            Form = form,
            MustSay = LabelWords.MustSay(fields),
            Fields = linear is null ? fields : new(fields) { ["printed"] = $"{fields["printed"]}{LabelContents.Repeated}" },
        };
    }

    /// <summary>Where a label is too small for what a bag's symbol holds, and holds less.</summary>
    private static string? Shortest(LabelKind kind, DonationNumber donation, CoiId coi) => kind switch
    {
        LabelKind.TransportContainer or LabelKind.Quarantine or LabelKind.Rejected => BarcodeWriter.Around(coi, PrintSerial.Issue(999_999_999)),
        LabelKind.InProcessContainer => BarcodeWriter.InProcess(coi, BatchNumber.Issue(2030, 999), PrintSerial.Issue(999_999_999)),
        LabelKind.TestTube or LabelKind.SterilityTube or LabelKind.RetentionSample => BarcodeWriter.SampleTube(
            donation, Scans.Isbt.DonationFlags.TestTube, coi, BatchNumber.Issue(2030, 999), PrintSerial.Issue(999_999_999)),
        _ => null,
    };
}
