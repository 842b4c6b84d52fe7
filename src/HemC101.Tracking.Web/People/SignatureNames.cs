using HemC101.Tracking.People;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.People;

/// <summary>A signature as every page and print says it: meaning, name and role as they were, when and how it was made (21 CFR 11.50).</summary>
public static class SignatureNames
{
    public static string Said(Signature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return $"{Language.T(MeaningNames.Of(signature.Meaning))}: {signature.FullName} ({signature.By}), {Language.T(signature.Role.Name())}, "
            + $"{Clock.Show(signature.At)}, {Language.T(signature.Method.Name())}";
    }
}
