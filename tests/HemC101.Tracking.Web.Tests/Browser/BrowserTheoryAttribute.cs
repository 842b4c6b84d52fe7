namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>As <see cref="BrowserFactAttribute"/>, for each of several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
