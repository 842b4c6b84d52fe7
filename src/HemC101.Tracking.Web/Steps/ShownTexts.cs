using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What people typed, as it is shown to one reader: a text that names the participant only to those who need to know the name.</summary>
public sealed class ShownTexts
{
    private static readonly Text Hidden = new("(скрыто: в тексте имя участника)", "(hidden: the participant's name stands in it)");

    private static readonly Text Lost = new("(текст не открывается: нет ключа, либо он утрачен или изменён; сообщите службе качества)",
        "(the text does not open: its key is missing, or it is lost or was changed; tell quality assurance)");

    private readonly IReadOnlyDictionary<TextId, string>? _words;
    private readonly bool _withNames;

    private ShownTexts(IReadOnlyDictionary<TextId, string>? words, bool withNames) => (_words, _withNames) = (words, withNames);

    /// <summary>For what leaves the house: each text is said by its SHA-256.</summary>
    public static ShownTexts None { get; } = new(null, withNames: false);

    /// <param name="vault">Opens them.</param>
    /// <param name="source">Where to read.</param>
    /// <param name="history">Whose texts.</param>
    /// <param name="withNames">Also those that name the participant.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<ShownTexts> OpenAsync(PersonalDataVault vault, Source source, IEnumerable<Happened> history, bool withNames, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(vault);
        return new(await vault.Texts.OpenAsync(source, history, ct), withNames);
    }

    public string Of(TextId id, Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return _words is null ? $"SHA-256 {id}"
            : act.Names != NameInText.None && !_withNames ? Language.T(Hidden)
            : _words.GetValueOrDefault(id) ?? Language.T(Lost);
    }
}
