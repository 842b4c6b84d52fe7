using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.People;

/// <summary>Re-authenticates everybody who signs a step. Asked before the step's transaction begins.</summary>
public sealed class Signers(Signatory signatory)
{
    /// <returns>The signers in the order of the demands; or, with at least one reason, nobody.</returns>
    public async Task<(IReadOnlyList<Signer> People, IReadOnlyList<Text> Refused)> AuthenticateAsync(
        IReadOnlyList<SignatureDemand> demands, IReadOnlyList<SignatureInput> inputs, CancellationToken ct)
    {
        List<Signer> people = [];
        List<Text> refused = [];
        for (var i = 0; i < demands.Count; i++)
        {
            var input = i < inputs.Count ? inputs[i] : new SignatureInput();
            switch (await signatory.SignAsync(input.Signer ?? "", input.Secret ?? "", ct))
            {
                case Authentication.Succeeded known:
                    people.Add(new Signer(known.Person, known.Method));
                    break;
                case Authentication.Failed failed:
                    refused.Add(demands.Count == 1 ? failed.Reason : Of(demands[i], failed.Reason));
                    break;
            }
        }

        return refused.Count > 0 ? ([], refused) : (people, []);
    }

    private static Text Of(SignatureDemand demand, Text reason)
    {
        var who = MeaningNames.Of(demand.Meaning);
        return new($"{who.Ru}: {reason.Ru}", $"{who.En}: {reason.En}");
    }
}
