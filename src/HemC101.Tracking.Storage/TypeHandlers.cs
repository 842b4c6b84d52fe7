using System.Data;
using System.Globalization;
using Dapper;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage;

/// <summary>
/// How values lie in the database: identifiers and enums as text, instants as UTC text of fixed width with milliseconds, days as
/// <c>yyyy-MM-dd</c>. Every enum and every <see cref="IParsable{TSelf}"/> of the rules and of this project is known without being listed.
/// </summary>
internal static class TypeHandlers
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly Lazy<bool> Registered = new(RegisterAll);

    public static void Register() => _ = Registered.Value;

    private static bool RegisterAll()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.Settings.PreferTypeHandlersForEnums = true;
        SqlMapper.ConnectionStringComparer = new OneSchema();
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new Instant());
        SqlMapper.AddTypeHandler(new Day());
        foreach (var type in new[] { typeof(HouseKind), typeof(Database) }.SelectMany(known => known.Assembly.GetTypes()))
        {
            if (HandlerOf(type) is { } handler)
            {
                SqlMapper.AddTypeHandler(type, (SqlMapper.ITypeHandler)Activator.CreateInstance(handler.MakeGenericType(type))!);
            }
        }

        return true;
    }

    private static Type? HandlerOf(Type type) =>
        type.IsEnum ? typeof(EnumText<>)
        : type is { IsAbstract: false, IsGenericType: false } && type.GetInterfaces().Any(IsParsableOf(type)) ? typeof(Id<>)
        : null;

    private static Func<Type, bool> IsParsableOf(Type type) =>
        i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>) && i.GenericTypeArguments[0] == type;

    private static void SetText(IDbDataParameter parameter, string text)
    {
        parameter.DbType = DbType.String;
        parameter.Value = text;
    }

    /// <summary>
    /// Databases of one kind have the same tables: what Dapper compiled for a query of one is used for the next, and for readers and
    /// writer of a file alike.
    /// </summary>
    private sealed class OneSchema : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => IsFile(x) == IsFile(y);

        public int GetHashCode(string obj) => IsFile(obj) ? 1 : 0;

        private static bool IsFile(string? address) => address?.StartsWith("Data Source=", StringComparison.Ordinal) == true;
    }

    private sealed class Instant : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            SetText(parameter, Instants.ToText(value));

        public override DateTimeOffset Parse(object value) => Instants.FromText((string)value);
    }

    private sealed class Day : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            SetText(parameter, value.ToString(DayFormat, CultureInfo.InvariantCulture));

        public override DateOnly Parse(object value) =>
            DateOnly.ParseExact((string)value, DayFormat, CultureInfo.InvariantCulture);
    }

    private sealed class Id<T> : SqlMapper.TypeHandler<T>
        where T : IParsable<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value) => SetText(parameter, value!.ToString()!);

        public override T Parse(object value) => T.Parse((string)value, CultureInfo.InvariantCulture);
    }

    private sealed class EnumText<T> : SqlMapper.TypeHandler<T>
        where T : struct, Enum
    {
        public override void SetValue(IDbDataParameter parameter, T value) =>
            SetText(parameter, Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, "Not a named value."));

        public override T Parse(object value) =>
            Array.IndexOf(Enum.GetNames<T>(), (string)value) is >= 0 and var i
                ? Enum.GetValues<T>()[i]
                : throw new InvalidDataException($"'{value}' is no {typeof(T).Name}.");
    }
}
