using HemC101.Tracking.Chain;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Where a participant is after the hand-over, in people's words.</summary>
public static class FollowUpNames
{
    public static Text Of(FollowUp follow)
    {
        ArgumentNullException.ThrowIfNull(follow);
        var since = Clock.ShowDay(follow.StatusOn);
        var study = follow.Extension ? new Text("Продлённое исследование", "Extension") : new Text("Наблюдение 15 лет", "15 years of follow-up");
        var status = Of(follow.Status);
        return new($"{study.Ru} · {status.Ru}, с {since}", $"{study.En} · {status.En}, since {since}");
    }

    private static Text Of(string status) => status switch
    {
        FollowUp.Followed => new("наблюдается", "followed"),
        "lost" => new("связь утеряна", "lost to follow-up"),
        "transferred" => new("переведён в другой центр", "transferred to another centre"),
        "withdrawn" => new("отозвал согласие", "consent withdrawn"),
        "died" => new("умер", "died"),
        _ => new(status, status),
    };
}
