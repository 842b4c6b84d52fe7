namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>A fact that needs a PostgreSQL server. Without one it is skipped at a desk and fails where <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Holds a connection string whose user may make databases.</summary>
    public const string Variable = "HEMC101_POSTGRES";

    public const string Missing = $"{Variable} names no PostgreSQL server. Run the tests through tests/with-postgres, or set it to a connection string.";

    public PostgresFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Skip = Missing;
        }
    }
}
