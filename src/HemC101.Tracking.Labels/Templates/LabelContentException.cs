namespace HemC101.Tracking.Labels.Templates;

/// <summary>This content cannot become a label. No label was made; nothing has been printed.</summary>
public class LabelContentException(string field, Text reason) : Exception(reason.En)
{
    public string Field { get; } = field;

    public Text Reason { get; } = reason;
}

public sealed class LabelFieldMissingException(string field, string template) : LabelContentException(field, new Text(
    $"Поле «{field}» нужно этикетке «{template}», но не заполнено. Заполните его и повторите печать.",
    $"The label \"{template}\" needs the field \"{field}\", which is empty. Fill it in and print again."));

/// <summary>Not even the smallest permitted type or the chosen place holds the value; it is never cut.</summary>
public sealed class LabelDoesNotFitException(string field, string value) : LabelContentException(field, new Text(
    $"Поле «{field}» не помещается на этикетку: «{value}». Сократите текст или измените шаблон этикетки.",
    $"The field \"{field}\" does not fit on the label: \"{value}\". Shorten it or change the label template."));

/// <summary>The template was made for labels of another form than the study's settings ask for.</summary>
public sealed class LabelFormException(string lacking, string template) : LabelContentException(lacking, new Text(
    $"На этикетке «{template}» нет места для «{lacking}», а оно должно на ней стоять. Дополните шаблон и утвердите его.",
    $"The label \"{template}\" has no place for \"{lacking}\", which has to stand on it. Add it to the template and have it approved."));
