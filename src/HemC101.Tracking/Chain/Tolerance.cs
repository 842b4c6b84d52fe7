using HemC101.Tracking.Study;

namespace HemC101.Tracking.Chain;

/// <summary>May the second dose be given?</summary>
public enum Tolerance
{
    Go,
    Defer,
    NoGo,
}

/// <summary>What the investigator found between Day 1 and Day 2.</summary>
public sealed record ToleranceInputs(
    int CrsGrade,
    int IcansGrade,
    int ReactionGrade,
    decimal TemperatureC,
    decimal Spo2Percent,
    bool PressureSupport,
    bool RescueGiven,
    string Cultures,
    bool NewExclusion);

/// <summary>The tolerance rule: it proposes, the investigator decides and signs.</summary>
public static class ToleranceRule
{
    public const string Version = "Day2Rule-1";

    public static Tolerance Propose(ToleranceInputs inputs, decimal deliveredFraction, TimeSpan sinceDay1, StudySettings settings)
    {
        if (inputs.CrsGrade >= 2 || inputs.IcansGrade >= 1 || inputs.ReactionGrade >= 3 || inputs.Spo2Percent < 90
            || inputs.PressureSupport || inputs.RescueGiven || inputs.Cultures == "positive" || inputs.NewExclusion
            || sinceDay1 > TimeSpan.FromHours(settings.DoseIntervalMaxHours))
        {
            return Tolerance.NoGo;
        }

        var waits = inputs.CrsGrade == 1 || inputs.ReactionGrade == 2 || inputs.TemperatureC >= 38.0m || inputs.Spo2Percent <= 91
            || inputs.Cultures == "pending" || deliveredFraction < 0.9m
            || sinceDay1 < TimeSpan.FromHours(settings.DoseIntervalMinHours);
        return waits ? Tolerance.Defer : Tolerance.Go;
    }

    /// <summary>Go is more permissive than Defer, Defer than NoGo.</summary>
    public static bool IsMorePermissive(Tolerance decided, Tolerance proposed) => decided < proposed;
}
