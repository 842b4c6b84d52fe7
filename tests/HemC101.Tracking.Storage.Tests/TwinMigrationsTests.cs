namespace HemC101.Tracking.Storage.Tests;

public sealed class TwinMigrationsTests
{
    [Fact]
    public void Folders_HoldTheSameScripts() => Assert.Equal(Names("Sqlite"), Names("Postgres"));

    private static List<string> Names(string folder)
    {
        var prefix = $"HemC101.Tracking.Storage.Migrations.{folder}.";
        List<string> names =
        [
            .. typeof(Migrator).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..])
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(names);
        return names;
    }
}
