using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>The ledger is not the one that was sealed: nothing of it is signed again, and nothing is handed out as evidence.</summary>
public sealed class BrokenSealException(BrokenSeal broken) : InvalidOperationException(broken.Text.En)
{
    public BrokenSeal Broken => broken;
}
