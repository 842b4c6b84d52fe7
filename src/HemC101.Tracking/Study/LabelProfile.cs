namespace HemC101.Tracking.Study;

/// <summary>Under which law the product is labelled.</summary>
public enum LabelProfile
{
    /// <summary>A medicine under trial (GMP, Annex 13).</summary>
    Imp,

    /// <summary>A biomedical cell product: law 180-FZ, Art. 36, and order 800n.</summary>
    Bmcp180,
}
