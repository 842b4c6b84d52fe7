using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Custody;

/// <summary>What is done to several chains at once, by whom, and what exactly was signed.</summary>
/// <param name="Attempt">Finished with the first chain that is written.</param>
/// <param name="Content">Told to everybody who signs: the signature of each chain is bound to it and to the chain.</param>
internal sealed record CustodyAct(string StepId, Station At, string Attempt, string Content, IReadOnlyList<SignedAs> Signed, string Settings, DateTimeOffset Now);

/// <summary>Writes events of a use case that concerns several chains, as a step writes those of one.</summary>
public sealed class CustodyWriter(DeviceScanner device)
{
    /// <param name="isFirst">Of the chains of this act.</param>
    /// <returns>False when somebody else wrote to the chain first.</returns>
    internal async Task<bool> WriteAsync(
        UnitOfWork uow, CustodyAct by, ChainState chain, IReadOnlyList<ChainEvent> events, bool isFirst, CancellationToken ct)
    {
        var act = new Act(by.Signed[0].Signer.Person.Number, by.At.ToString(), by.Now, by.Now, by.StepId, [], Sign(by, $"{by.Content} {chain.Coi}"), by.Settings)
        {
            Workstation = device.Workstation,
        };
        if (await ChainStreams.AppendAsync(uow, chain.Coi, chain, events, act, ct) is not { } after)
        {
            return false;
        }

        var attempt = new FinishedAttempt
        {
            AttemptId = isFirst ? by.Attempt : $"{by.Attempt}/{chain.Coi}",
            Stream = ChainStreams.StreamOf(chain.Coi),
            Version = after.Version,
            At = by.Now,
        };
        return await FinishedAttempts.TryFinishAsync(uow, attempt, ct) is null
            ? true
            : throw new InvalidOperationException($"The attempt {attempt.AttemptId} was finished before: the form was not one of ours.");
    }

    internal static IReadOnlyList<Signature> Sign(CustodyAct by, string content)
    {
        var hash = Digest.Of(Encoding.UTF8.GetBytes(content)).ToString();
        return [.. by.Signed.Select(item => item.Sign(by.Now, hash))];
    }
}
