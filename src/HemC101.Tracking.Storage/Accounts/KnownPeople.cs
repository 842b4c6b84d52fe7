using System.Collections.Concurrent;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>
/// Accounts that were read before. Each change of one gives it another <see cref="PersonAccount.ConcurrencyStamp"/>: whoever has read the
/// stamps has no need to read the rest again. A migration that changes accounts must change their stamps, too.
/// </summary>
public sealed class KnownPeople
{
    /// <summary>More than work at one centre.</summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<StaffNumber, PersonRow> _rows = new();

    /// <returns>Null when it is not known as it stands now.</returns>
    internal PersonRow? Find(StaffNumber staffNo, string securityStamp, string concurrencyStamp) =>
        _rows.TryGetValue(staffNo, out var row) && row.SecurityStamp == securityStamp && row.ConcurrencyStamp == concurrencyStamp ? row : null;

    internal void Keep(PersonRow row)
    {
        if (_rows.Count >= Most)
        {
            _rows.Clear();
        }

        _rows[row.StaffNo] = row;
    }
}
