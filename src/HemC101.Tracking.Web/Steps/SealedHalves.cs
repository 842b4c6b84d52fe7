using System.Security.Cryptography;
using System.Text.Json;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Steps;

/// <param name="ContentHash">What the signature is bound to.</param>
internal sealed record SealedHalf(byte[] Sealed, Digest ContentHash)
{
    public string SealedHash => $"{Digest.Of(Sealed)}";
}

/// <summary>
/// The first half of an independent check between its signature and the second person's: sealed with the key ring that lies outside the
/// database, so that no page, export, evidence or search can show it, nor the ledger. It is opened here
/// alone: in the transaction that compares, whence it leaves only inside a step that both have done; and once it waits for nobody, for
/// <see cref="ReadHalf"/>. The signature is bound to a hash over a random salt, too: a temperature or a tick could be guessed from a bare
/// one. The scans lie in their table as those of every step do; no page shows an attempt to anybody but who scanned it.
/// </summary>
public sealed class SealedHalves
{
    private readonly IDataProtector _protector;

    public SealedHalves(IDataProtectionProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _protector = provider.CreateProtector("step.first-half.v1");
    }

    /// <param name="input">The form of the first.</param>
    /// <param name="facts">With every scan of the first.</param>
    internal SealedHalf Seal(StepInput input, Facts facts)
    {
        var content = new HalfContent(
            input.Address.Step.Id,
            input.Address.Coi.ToString(),
            input.Address.Target,
            facts.Chain.Version,
            IndependentCheck.Asked(input.Address.Step, facts).RecordFor(facts).ToDictionary(field => field.Name, field => input.Raw.GetValueOrDefault(field.Name, "")),
            facts.Scans.ToDictionary(scan => scan.Key, scan => ScanOf(scan.Value.Evidence)),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Digest.Size)));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(content);
        return new(_protector.Protect(bytes), Digest.Of(bytes));
    }

    /// <param name="facts">Of the second, over which the scans of the first are judged again.</param>
    /// <returns>Null when the half is not what was signed, or one of its scans holds no longer.</returns>
    internal async Task<FirstHalf?> OpenAsync(Source source, Step step, Facts facts, CancellationToken ct)
    {
        if (IndependentCheck.Open(step, facts) is not { } first
            || await SealedChecks.FindAsync(source, facts.Chain.Coi, first.Version, ct) is not { } row
            || Open(row.Sealed) is not { } opened
            || opened.Hash.ToString() != first.Signature.ContentHash
            || opened.Content is not { } content)
        {
            return null;
        }

        var asked = step.RecordFor(facts).Where(field => content.Record.ContainsKey(field.Name));
        var (record, errors) = RecordValues.Parse(asked, content.Record.GetValueOrDefault);
        var (theirs, lapsed) = await AttemptScans.ReplayAsync(source, step, facts with { Scans = [] }, row.AttemptId, ct);
        var isWhole = lapsed is null && errors.Count == 0
            && theirs.Scans.Count == content.Scans.Count
            && theirs.Scans.All(scan => content.Scans.GetValueOrDefault(scan.Key) == ScanOf(scan.Value.Evidence));
        return isWhole ? new(record, theirs.Scans) : null;
    }

    /// <returns>Null when the key ring opens it no longer.</returns>
    internal OpenedHalf? Open(byte[] sealedBytes)
    {
        try
        {
            return new(_protector.Unprotect(sealedBytes));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string ScanOf(ScanEvidence scan) => $"{scan.Identifier} {scan.Entry.Key()} {scan.TypedBecause?.Key()}";
}
