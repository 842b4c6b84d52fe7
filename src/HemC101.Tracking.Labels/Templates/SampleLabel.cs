using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>
/// A label to look at, of a person who does not exist. Its symbols say SAMPLE, so that no station takes a print of it for a thing.
/// </summary>
public static class SampleLabel
{
    /// <summary>About as long as the messages of bags, so that the symbol is as large.</summary>
    private const string LongSymbol = "SAMPLE NOT A LABEL SAMPLE";

    private const string Symbol = "SAMPLE";

    /// <summary>For a field that nobody has named an example of.</summary>
    private const string Other = "Образец";

    private static readonly Dictionary<string, string> Examples = new()
    {
        ["subject_number"] = "01-000",
        ["initials"] = "О.И.С.",
        ["birth_date"] = "1984-02-29",
        ["full_name"] = "Образцова Ирина Сергеевна",
        ["coi"] = "A9999 26 000000",
        ["coi_check"] = "X",
        ["din"] = "A9999 26 000000 00",
        ["din_check"] = "X",
        ["batch"] = "H101-00000",
        ["product_name"] = "Hem101, образец",
        ["study"] = "HemC101-01-01",
        ["division"] = "A0",
        ["dose_of"] = "ДОЗА 1 из 2",
        ["dose_of_english"] = "DOSE 1 of 2",
        ["volume_ml"] = "14,0",
        ["cells"] = "49,0 × 10⁶ CAR+",
        ["expires"] = "2027-11-30 18:00 МСК",
        ["manufactured"] = "2026-11-30 18:00 МСК",
        ["collected"] = "2026-11-18 09:10–12:40 МСК",
        ["storage"] = "Условия хранения, образец",
        ["anticoagulant"] = "ACD-A, 1:12",
        ["unit"] = "Отделение, образец, тел. 24 ч +7 000 000-00-00",
        ["person"] = "Образцов О. О., Проверкина П. П.",
        ["role"] = "Роль, образец",
        ["name"] = "Образец: криохранилище 2, стойка 4",
        ["code"] = "SAMPLE",
        ["code_check"] = "X",
        ["contents"] = "Образец",
        ["printed"] = "Образец, не для применения",
    };

    /// <param name="form">Null for that of a study which has decided nothing else.</param>
    public static LabelContent Of(TemplateLibrary templates, LabelRenderer renderer, LabelKind kind, LabelForm? form = null)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(renderer);
        var content = new LabelContent
        {
            Kind = kind,
            Serial = "SAMPLE",
            Symbol = LongSymbol,
            Gs1 = false,
            Form = form ?? LabelForm.Default,
            Linear = templates.HasLinear(kind) ? Symbol : null,
            Fields = templates.FieldsOf(kind).ToDictionary(field => field, field => Examples.GetValueOrDefault(field, Other)),
        };
        try
        {
            renderer.Render(content);
            return content;
        }
        catch (LabelDoesNotFitException e) when (e.Field == "symbol")
        {
            return content with { Symbol = Symbol };
        }
    }
}
