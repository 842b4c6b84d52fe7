namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>The file has no room to grow: what SQLite says then is what it says of a full disk.</summary>
public sealed class FullFileTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static readonly string Long = $$"""{"note":"{{new string('x', 20_000)}}"}""";

    [Fact]
    public async Task Full_WhoeverWritesIsTold_WhatWasAnsweredForIsThere_AndItGoesOnWithRoom()
    {
        await using var database = fixture.NewDatabase();
        await database.AppendAsync("before", 0, A.Entry());
        await RoomAsync(database, pages: 200);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => TryAsync(database, $"stream-{i:D2}"))));

        var refused = answers.OfType<DatabaseUnusableException>().ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, e => Assert.Contains("Nothing was recorded", e.Text.En, StringComparison.Ordinal));
        Assert.Contains(refused, e => e.Text.En.Contains("is full. Nothing was recorded. Make room", StringComparison.Ordinal));
        Assert.Contains(refused, e => e.Text.Ru.Contains("нет места. Ничего не записано. Освободите место", StringComparison.Ordinal));
        await AssertThereAsync(database, [.. answers.OfType<string>(), "before"]);

        await RoomAsync(database, pages: 100_000);
        Assert.Equal("after", await TryAsync(database, "after"));
        await AssertThereAsync(database, [.. answers.OfType<string>(), "before", "after"]);
    }

    /// <returns>The stream when it was answered for, else why not.</returns>
    private static async Task<object> TryAsync(Database database, string stream)
    {
        try
        {
            await database.AppendAsync(stream, 0, A.Entry(data: Long));
            return stream;
        }
        catch (DatabaseUnusableException e)
        {
            return e;
        }
    }

    /// <summary>Holds for the connection of the writer, as long as it lives.</summary>
    private static Task<long> RoomAsync(Database database, int pages) =>
        database.WriteAsync(uow => uow.GetAsync<long>($"pragma max_page_count = {pages}", null, default));

    private static async Task AssertThereAsync(Database database, IReadOnlyList<string> streams)
    {
        Assert.Equal(new(streams.Count, null), await EventLedger.VerifyAsync(database, default));
        var there = await EventLedger.ReadAfterAsync(database, 0, 1000, default);
        Assert.Equal(streams.Order(StringComparer.Ordinal), there.Select(entry => entry.Stream).Order(StringComparer.Ordinal));
    }
}
