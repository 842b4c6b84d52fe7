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
                    var who = MeaningNames.Of(demands[i].Meaning);
                    refused.Add(new Text($"{who.Ru}: {failed.Reason.Ru}", $"{who.En}: {failed.Reason.En}"));
                    break;
            }
        }

        return refused.Count > 0 ? ([], refused) : (people, []);
    }
}
