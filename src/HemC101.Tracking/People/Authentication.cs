namespace HemC101.Tracking.People;

/// <summary>Answer to "is this really you?", asked at sign-in and again at every signature.</summary>
public abstract record Authentication
{
    private Authentication()
    {
    }

    public sealed record Succeeded(Person Person, AuthenticationMethod Method) : Authentication
    {
        /// <summary>Somebody else has set this PIN or password: it lets its owner choose another, and signs nothing.</summary>
        public bool IsGiven { get; init; }
    }

    /// <summary>The reason never tells which part was wrong, nor whether the person exists.</summary>
    public sealed record Failed(Text Reason) : Authentication;
}
