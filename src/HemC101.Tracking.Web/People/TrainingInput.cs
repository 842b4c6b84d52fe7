using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.People;

/// <summary>What a form says of the training for one role; both days left empty: without limit.</summary>
public sealed class TrainingInput
{
    public Role Role { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>A beginning that was not given counts from ever.</summary>
    public static IReadOnlyDictionary<Role, Training> Of(IEnumerable<TrainingInput> inputs) => inputs
        .Where(input => (input.From ?? input.Until) is not null)
        .ToLookup(input => input.Role, input => new Training(input.From ?? DateOnly.MinValue, input.Until))
        .ToDictionary(of => of.Key, of => of.Last());
}
