using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>A connection that prepares a statement once and keeps it: the same few are asked for with every step.</summary>
internal sealed class KeptStatements(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Far more than are written in the code; those whose text depends on a number of values may be any number.</summary>
    private const int Most = 200;

    /// <summary>Names as they stand in the statement: given one without its sign, the driver tries every sign there is.</summary>
    private static readonly ConcurrentDictionary<string, string> InStatement = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, sqlite3_stmt> _bare = new(StringComparer.Ordinal);

    public override SqliteCommand CreateCommand() => new Loan(this) { Transaction = Transaction, CommandTimeout = DefaultTimeout };

    /// <summary>Straight to SQLite: for what stands around every unit of work and has neither values nor rows.</summary>
    /// <param name="statement">One of a few.</param>
    public void Run(string statement)
    {
        if (!_bare.TryGetValue(statement, out var prepared))
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(Handle, statement, out prepared), Handle);
            _bare.Add(statement, prepared);
        }

        var code = raw.sqlite3_step(prepared);
        raw.sqlite3_reset(prepared);
        SqliteException.ThrowExceptionForRC(code, Handle);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var prepared in _bare.Values)
        {
            prepared.Dispose();
        }

        _bare.Clear();
        base.Dispose(disposing);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The text is the borrower's.")]
    private SqliteCommand Borrow(string text)
    {
        if (_idle.Remove(text, out var kept))
        {
            return kept;
        }

        var made = base.CreateCommand();
        made.CommandText = text;
        return made;
    }

    private void GiveBack(SqliteCommand statement)
    {
        statement.Parameters.Clear();
        statement.Transaction = null;
        if (State != ConnectionState.Open || _idle.Count >= Most || !_idle.TryAdd(statement.CommandText, statement))
        {
            statement.Dispose();
        }
    }

    /// <summary>What a caller takes for a command of its own.</summary>
    private sealed class Loan : SqliteCommand
    {
        private readonly KeptStatements _of;
        private SqliteCommand? _statement;

        public Loan(KeptStatements of) => (_of, Connection) = (of, of);

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (_statement?.CommandText != CommandText)
            {
                GiveBack();
                _statement = _of.Borrow(CommandText);
            }

            _statement.Transaction = Transaction;
            _statement.CommandTimeout = CommandTimeout;
            _statement.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters)
            {
                parameter.ParameterName = InStatement.GetOrAdd(parameter.ParameterName, static name => name.StartsWith('@') ? name : $"@{name}");
                _statement.Parameters.Add(parameter);
            }

            return _statement.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                GiveBack();
            }

            base.Dispose(disposing);
        }

        private void GiveBack()
        {
            if (_statement is { } statement)
            {
                _statement = null;
                _of.GiveBack(statement);
            }
        }
    }
}
