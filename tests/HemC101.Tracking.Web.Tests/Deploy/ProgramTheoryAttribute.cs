namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>A theory that needs a program of the machine, as <see cref="ProgramFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramTheoryAttribute : TheoryAttribute
{
    /// <param name="program">Where it may lie; one is enough.</param>
    /// <param name="package">That brings it.</param>
    public ProgramTheoryAttribute(string program, string package) => Skip = new ProgramFactAttribute(program, package).Skip;
}
