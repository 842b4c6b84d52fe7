namespace HemC101.Tracking.Storage;

/// <summary>Where a site keeps its data: a SQLite file, or a database on a PostgreSQL server.</summary>
public abstract record DatabaseAddress
{
    private DatabaseAddress()
    {
    }

    /// <summary>For people and logs; holds no password.</summary>
    public abstract string Name { get; }

    public static DatabaseAddress OfFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new SqliteFile(path);
    }

    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <exception cref="DatabaseUnusableException">It cannot be read, or names no host or no database.</exception>
    public static DatabaseAddress OfServer(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        return new PostgresServer(connectionString, Postgres.PostgresAddress.NameOf(connectionString));
    }

    public sealed override string ToString() => Name;

    public sealed record SqliteFile(string Path) : DatabaseAddress
    {
        public override string Name => Path;
    }

    public sealed record PostgresServer : DatabaseAddress
    {
        internal PostgresServer(string connectionString, string name) => (ConnectionString, Name) = (connectionString, name);

        public override string Name { get; }

        internal string ConnectionString { get; }
    }
}
