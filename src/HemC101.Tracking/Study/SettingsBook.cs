namespace HemC101.Tracking.Study;

/// <summary>One version of the settings, as the ledger holds it.</summary>
/// <param name="IssuedAt">Server time.</param>
/// <param name="EffectiveFrom">Never before <paramref name="IssuedAt"/>.</param>
/// <param name="Issue">Null for what a new site adopts at its first start, which nobody signs.</param>
public sealed record SettingsVersion(StudySettings Settings, DateTimeOffset IssuedAt, DateTimeOffset EffectiveFrom, SettingsIssue? Issue = null);

/// <summary>
/// All versions of the settings, and whether the study may go on. In force is the one issued last of those whose time has come: a version for later is withdrawn by one
/// issued after it that takes effect no later, so that nothing issued long ago undoes what was decided since.
/// </summary>
public sealed class SettingsBook
{
    private readonly IReadOnlyList<SettingsVersion> _versions;

    /// <param name="versions">In the order in which they were issued; at least one.</param>
    /// <param name="holds">Over the whole study.</param>
    public SettingsBook(IReadOnlyList<SettingsVersion> versions, IReadOnlyList<StudyHold>? holds = null)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentOutOfRangeException.ThrowIfZero(versions.Count, nameof(versions));
        _versions = versions;
        Holds = holds ?? [];
    }

    /// <summary>Over the whole study, released ones too.</summary>
    public IReadOnlyList<StudyHold> Holds { get; }

    public IEnumerable<StudyHold> HoldsInForce => Holds.Where(hold => hold.Release is null);

    public IReadOnlyList<SettingsVersion> Versions => _versions;

    /// <summary>The same with a hold that is new, or that has changed.</summary>
    public SettingsBook With(StudyHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        return new(_versions, [.. Holds.Where(known => known.Number != hold.Number), hold]);
    }

    /// <summary>Before the first took effect there is the first: the demonstration tells a past of before its settings were adopted.</summary>
    public SettingsVersion At(DateTimeOffset moment) => _versions[Math.Max(IndexAt(moment), 0)];

    /// <returns>Null for a name that was never issued.</returns>
    public StudySettings? Find(string version) => _versions.LastOrDefault(item => item.Settings.Version == version)?.Settings;

    /// <summary>Names are given once; where a site adopted one twice, the moment tells which is meant.</summary>
    public StudySettings? Find(string version, DateTimeOffset at) =>
        (_versions.LastOrDefault(item => item.Settings.Version == version && item.IssuedAt <= at)
            ?? _versions.FirstOrDefault(item => item.Settings.Version == version))?.Settings;

    /// <summary>Issued for a later moment, and not withdrawn since; the next first.</summary>
    public IEnumerable<SettingsVersion> Coming(DateTimeOffset now) =>
        _versions.Where((item, at) => item.EffectiveFrom > now && !IsWithdrawn(at)).OrderBy(item => item.EffectiveFrom);

    public bool IsWithdrawn(SettingsVersion version) => IsWithdrawn(_versions.ToList().IndexOf(version));

    /// <summary>Whether an urgent version has come into force since a decision was signed under this one. Unknown is yes.</summary>
    public bool IsOverruled(string signedUnder, DateTimeOffset now)
    {
        var urgent = UrgentAt(now);
        return urgent >= 0 && !_versions.Skip(urgent).Any(item => item.Settings.Version == signedUnder);
    }

    /// <summary>The latest urgent version that has come into force; null when none has.</summary>
    public SettingsVersion? Urgent(DateTimeOffset now) => UrgentAt(now) is var at and >= 0 ? _versions[at] : null;

    /// <summary>The version in force that gave the setting the value it has.</summary>
    public SettingsVersion Since(Setting setting, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var ruled = _versions.Where((item, at) => item.EffectiveFrom <= now && !IsWithdrawn(at)).DefaultIfEmpty(At(now)).Reverse().ToList();
        var value = setting.Read(ruled[0].Settings);
        return ruled.TakeWhile(item => setting.Read(item.Settings) == value).Last();
    }

    private int IndexAt(DateTimeOffset moment)
    {
        var at = _versions.Count - 1;
        while (at >= 0 && _versions[at].EffectiveFrom > moment)
        {
            at--;
        }

        return at;
    }

    private int UrgentAt(DateTimeOffset now)
    {
        var at = IndexAt(now);
        while (at >= 0 && (_versions[at] is not { Issue.Urgent: true } || _versions[at].EffectiveFrom > now || IsWithdrawn(at)))
        {
            at--;
        }

        return at;
    }

    private bool IsWithdrawn(int at) =>
        _versions[at].EffectiveFrom > _versions[at].IssuedAt
        && _versions.Skip(at + 1).Any(later => later.IssuedAt < _versions[at].EffectiveFrom && later.EffectiveFrom <= _versions[at].EffectiveFrom);
}
