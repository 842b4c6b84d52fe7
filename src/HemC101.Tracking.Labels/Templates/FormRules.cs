using System.Text.RegularExpressions;
using HemC101.Tracking.Labels.Zpl;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>
/// What a template, however edited, may not do to the form that the study's settings ask for: name somebody whose labels are coded, leave out
/// who they are where it has to stand, or leave out what the law of the profile asks for.
/// </summary>
internal static partial class FormRules
{
    public static string Fill(LabelTemplate template, LabelContent content, LabelSheet sheet)
    {
        var filled = template.Fill(ValuesFor(template, content), sheet);
        var lacking = MustStand(content).Except(sheet.Said).FirstOrDefault() ?? (MustBeBmcp(content) && !sheet.Meant.Contains(FormWords.Bmcp) ? FormWords.Bmcp : null);
        return lacking is null ? EmptyLines().Replace(filled, "\n") : throw new LabelFormException(lacking, template.Name);
    }

    /// <summary>Null for what nobody has filled in: it matters where the template draws it.</summary>
    private static Dictionary<string, string?> ValuesFor(LabelTemplate template, LabelContent content) =>
        template.Variables.ToDictionary(name => name, name =>
        {
            var value = name switch
            {
                "symbol" => content.Symbol,
                "linear" => content.Linear,
                "serial" => content.Serial,
                _ => MayStand(name, content) ? content.Fields.GetValueOrDefault(name) : null,
            };
            return string.IsNullOrWhiteSpace(value) ? null : value;
        });

    /// <summary>Left where a place stands on other labels only.</summary>
    [GeneratedRegex(@"\n{2,}")]
    private static partial Regex EmptyLines();

    private static bool MayStand(string field, LabelContent content) =>
        !content.Kind.NamesThePerson() || !LabelForm.Personal.Contains(field) || content.Form.OfThePerson.Contains(field);

    private static IEnumerable<string> MustStand(LabelContent content) =>
    [
        .. content.MustSay,
        .. content.Kind.NamesThePerson() ? content.Form.OfThePerson : [],
    ];

    private static bool MustBeBmcp(LabelContent content) => content.Form.Profile == LabelProfile.Bmcp180 && (content.Kind.IsDoseBag() || content.Kind.IsCassette());
}
