using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Participants;

/// <summary>Gives those who were enrolled before surnames were marked their mark; asked at every start, after the key ring was found good.</summary>
internal sealed class SurnameMarks(Database database, PersonalDataVault vault, TimeProvider time)
{
    /// <returns>How many were marked.</returns>
    public async Task<int> FillAsync(CancellationToken ct)
    {
        var marked = 0;
        foreach (var row in (await Tracking.Storage.Registry.Participants.ListAsync(database, ct)).Where(row => row.SurnameDigest is null))
        {
            // A name that is not the one enrolled is nobody's: the steps say so.
            if (await vault.OpenAsync(database, row.SubjectNo, row.PersonalDataHash.ToString(), ct) is { } person)
            {
                marked += await database.DecideAsync(
                    async uow =>
                    {
                        var digest = await vault.SameSurname.DigestAsync(uow, person, time.GetUtcNow(), ct);
                        var written = await Tracking.Storage.Registry.Participants.MarkSurnameAsync(uow, row.SubjectNo, digest, ct);
                        await uow.CommitAsync(ct);
                        return written ? 1 : 0;
                    },
                    ct);
            }
        }

        return marked;
    }
}
