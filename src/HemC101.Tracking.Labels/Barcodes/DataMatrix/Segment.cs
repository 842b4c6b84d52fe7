namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <param name="Start">Of the message, from 0.</param>
/// <param name="End">Of the message, exclusive.</param>
internal readonly record struct Segment(Encodation Encodation, int Start, int End)
{
    public int Length => End - Start;
}
