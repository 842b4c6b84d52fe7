using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Audit;

/// <summary>What is done to the trail itself stands in the ledger, too: a stream for each year.</summary>
internal static class AuditJournal
{
    public static string StreamAt(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"audit/{MoscowTime.DayOf(at).Year}");

    public static Task WriteAsync(UnitOfWork uow, string type, object data, StaffNumber by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(uow, StreamAt(at), type, data, new Doer(by.ToString(), nameof(Tracking.Steps.Station.Quality)), at, ct);
}
