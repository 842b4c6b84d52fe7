using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>A fact that needs a program of the machine. Without it, it is skipped at a desk and fails where <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="program">Where it may lie; one is enough.</param>
    /// <param name="package">That brings it.</param>
    /// <param name="withServer">A PostgreSQL server that runs already is needed, too.</param>
    public ProgramFactAttribute(string program, string package, bool withServer = false)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            return;
        }

        if (Programs.Find(program) is null)
        {
            Skip = $"There is no {program}. Install the package {package}.";
        }
        else if (withServer && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)))
        {
            Skip = PostgresFactAttribute.Missing;
        }
    }
}
