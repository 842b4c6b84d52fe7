using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Binds signatures to what was on the screen: step, thing, every recorded value, every scanned identifier, chain version.</summary>
internal static class SignedContent
{
    public static IReadOnlyList<Signature> Sign(StepInput input, Facts facts, IReadOnlyList<SignedAs> signed)
    {
        var hash = Hash(input, facts);
        return
        [
            .. signed.Select(item => new Signature(
                item.Signer.Person.Number, item.Signer.Person.FullName, item.Role, item.Meaning, facts.Now, item.Signer.Method, hash)),
        ];
    }

    /// <summary>SHA-256 over UTF-8 JSON with sorted names, so that the same content always gives the same bytes.</summary>
    private static string Hash(StepInput input, Facts facts)
    {
        var fields = input.Address.Step.RecordFor(facts).Select(field => field.Name).Order(StringComparer.Ordinal);
        var content = new
        {
            step = input.Address.Step.Id,
            coi = input.Address.Coi.ToString(),
            target = input.Address.Target,
            version = facts.Chain.Version,
            record = fields.Select(name => new[] { name, input.Raw.GetValueOrDefault(name, "") }),
            scans = facts.Scans.OrderBy(scan => scan.Key, StringComparer.Ordinal).Select(scan => new[] { scan.Key, scan.Value.Evidence.Identifier }),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content))));
    }
}
