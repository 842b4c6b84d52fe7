namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>The smallest symbol for a message, and how the message is written into it.</summary>
internal sealed record EncodationPlan(SymbolSize Size, IReadOnlyList<Segment> Segments)
{
    /// <exception cref="ArgumentException">The largest symbol of the shape is too small.</exception>
    public static EncodationPlan For(Message message, MatrixShape shape)
    {
        var path = new ShortestPath(message);
        var end = message.Length;
        var back = path.Cost(end, Encodation.Ascii);
        var full = FullEndings(message, path).MinBy(ending => ending.Codewords);
        var size = SymbolSize.For(Math.Min(back, full.Codewords), shape);

        // No ending saves more than one codeword, so one that does not fill its symbol leaves the room to return to ASCII.
        return new EncodationPlan(size, back <= size.Data ? path.Back(end, Encodation.Ascii) : full.Segments());
    }

    /// <summary>
    /// The endings that are shorter by not returning to ASCII. They stand only at the very end of the symbol (ISO/IEC 16022 §5.2.5.2 and
    /// §5.2.9): three values, or two and a filler, in the last two codewords; ASCII without unlatch in the last one; Base 256 of no length.
    /// </summary>
    private static IEnumerable<(int Codewords, Func<List<Segment>> Segments)> FullEndings(Message message, ShortestPath path)
    {
        var end = message.Length;
        foreach (var encodation in (Encodation[])[Encodation.C40, Encodation.Text])
        {
            yield return (path.Cost(end, encodation), () => path.Back(end, encodation));
            yield return (path.Cost(end, encodation, 2) + 2, () => path.Back(end, encodation, 2));

            foreach (var last in LastCodewords(message))
            {
                yield return (path.Cost(last, encodation) + 1, () => [.. path.Back(last, encodation), new(Encodation.Ascii, last, end)]);
            }
        }

        var (cost, start) = path.OpenBase256;
        yield return (cost, () => [.. path.Back(start, Encodation.Ascii), new(Encodation.Base256, start, end)]);
    }

    /// <summary>Where that begins which one codeword of ASCII can say of the end of the message.</summary>
    private static IEnumerable<int> LastCodewords(Message message)
    {
        if (message[message.Length - 1] is <= 127 or Message.Fnc1)
        {
            yield return message.Length - 1;
        }

        if (message.Length > 1 && message.IsDigitPair(message.Length - 2))
        {
            yield return message.Length - 2;
        }
    }
}
