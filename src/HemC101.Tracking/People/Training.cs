namespace HemC101.Tracking.People;

/// <summary>When somebody is trained for a role; outside of it the role is suspended (EU GMP chapter 2, 21 CFR 11.10(i)).</summary>
/// <param name="From">Moscow day, inclusive.</param>
/// <param name="Until">Moscow day, inclusive; null while no end is set.</param>
public sealed record Training(DateOnly From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => day >= From && !(day > Until);
}
