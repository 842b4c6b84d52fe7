using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Steps;

/// <summary>That a text names the participant, in people's words.</summary>
public static class NameInTextNames
{
    public static Text Of(NameInText names) => names switch
    {
        NameInText.None => new("без имени", "no name"),
        NameInText.Meant => new("в тексте имя участника, намеренно", "names the participant, on purpose"),
        NameInText.Unasked => new("в тексте имя участника", "names the participant"),
    };
}
