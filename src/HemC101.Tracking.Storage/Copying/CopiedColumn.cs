using NpgsqlTypes;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>A column, and how SQLite's five kinds of value become those of the server.</summary>
internal sealed record CopiedColumn(string Name, NpgsqlDbType Type)
{
    /// <param name="name">Of the column.</param>
    /// <param name="type">As the information schema calls it; of a domain, what lies under it.</param>
    public static CopiedColumn Of(string name, string type) => new(name, type switch
    {
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "boolean" => NpgsqlDbType.Boolean,
        "text" => NpgsqlDbType.Text,
        "bytea" => NpgsqlDbType.Bytea,
        "double precision" => NpgsqlDbType.Double,
        _ => throw new InvalidOperationException($"Column {name} is of the type {type}, which copy does not know."),
    });

    public object ToServer(object value) => (Type, value) switch
    {
        (NpgsqlDbType.Integer, long number) => checked((int)number),
        (NpgsqlDbType.Boolean, long number) => number != 0,
        _ => value,
    };
}
