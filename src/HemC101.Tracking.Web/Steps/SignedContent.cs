using System.Security.Cryptography;
using System.Text.Json;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Binds signatures to what was on the screen: step, thing, every recorded value, every scanned identifier, chain version.</summary>
internal static class SignedContent
{
    /// <param name="half">The first half of an independent check, whose signature is bound to what is sealed; null for everything else.</param>
    /// <returns>The signature of a first half stands here as it was made then; the second is bound to what the second saw.</returns>
    public static IReadOnlyList<Signature> Sign(StepInput input, Facts facts, Decision.Taken taken, SealedHalf? half)
    {
        if (taken.Signed.Count == 0)
        {
            return [];
        }

        var hash = half is null ? Hash(input, facts) : half.ContentHash.ToString();
        var first = input.Half == CheckHalf.Second ? IndependentCheck.Open(input.Address.Step, facts)?.Signature : null;
        return
        [
            .. taken.Signed.Select(item => item.Signer.Person.Number == first?.By ? first! : item.Sign(TimeOf(item, facts, taken), hash)),
        ];
    }

    /// <summary>Whoever signed by hand did so on the sheet, at its time.</summary>
    private static DateTimeOffset TimeOf(SignedAs signed, Facts facts, Decision.Taken taken) =>
        signed.Signer.Method == AuthenticationMethod.Handwritten && taken.Paper is { } paper ? paper.At : facts.Now;

    /// <summary>
    /// What one form sent, by whom it was signed: the same form sent again gives the same hash, whatever has happened since. Under a key, since a
    /// form may hold words that could be guessed.
    /// </summary>
    public static string HashOfForm(StepInput input, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Bytes(new
    {
        step = input.Address.Step.Id,
        coi = input.Address.Coi.ToString(),
        target = input.Address.Target,
        record = input.Raw.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => new[] { field.Key, field.Value }),
        signers = input.Signers.Select(signer => signer.Person.Number.ToString()),
    })));

    /// <summary>SHA-256 over UTF-8 JSON with sorted names, so that the same content always gives the same bytes; a text is signed by its id.</summary>
    private static string Hash(StepInput input, Facts facts)
    {
        var fields = IndependentCheck.Asked(input.Address.Step, facts).FieldsFor(facts)
            .Where(field => field != TextField.Remark || facts.Record.Has(field)).OrderBy(field => field.Name, StringComparer.Ordinal);
        var content = new
        {
            step = input.Address.Step.Id,
            coi = input.Address.Coi.ToString(),
            target = input.Address.Target,
            version = facts.Chain.Version,
            record = fields.Select(field => new[] { field.Name, Said(field, input, facts) }),
            scans = facts.Scans.OrderBy(scan => scan.Key, StringComparer.Ordinal)
                .Select(scan => scan.Value.Evidence)
                .Select(scan => new[] { scan.Demand, scan.Identifier, scan.Entry.Key(), scan.TypedBecause?.Key() }),
        };
        return Hash(content);
    }

    private static string Said(Field field, StepInput input, Facts facts) =>
        field is TextField text && facts.Record.Has(text) ? $"{facts.Record.Get(text).Id}"
        : field is ProfileField profile && facts.Record.Has(profile) ? facts.Record.Get(profile).Mark
        : input.Raw.GetValueOrDefault(field.Name, "");

    private static string Hash<T>(T content) => Convert.ToHexStringLower(SHA256.HashData(Bytes(content)));

    private static byte[] Bytes<T>(T content) => JsonSerializer.SerializeToUtf8Bytes(content);
}
