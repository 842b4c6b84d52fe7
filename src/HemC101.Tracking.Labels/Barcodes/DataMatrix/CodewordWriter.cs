namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>Writes a planned message into the data codewords of its symbol.</summary>
internal sealed class CodewordWriter
{
    private const byte Fnc1 = 232;
    private const byte UpperShift = 235;
    private const byte ToC40 = 230;
    private const byte ToBase256 = 231;
    private const byte ToText = 239;
    private const byte Unlatch = 254;
    private const byte FirstPad = 129;

    private readonly Message _message;
    private readonly byte[] _codewords;
    private int _count;

    private CodewordWriter(Message message, int capacity)
    {
        _message = message;
        _codewords = new byte[capacity];
    }

    private int Left => _codewords.Length - _count;

    /// <summary>As many as the symbol holds.</summary>
    public static byte[] Write(Message message, EncodationPlan plan)
    {
        var writer = new CodewordWriter(message, plan.Size.Data);
        if (message.IsGs1)
        {
            writer.Add(Fnc1);
        }

        foreach (var segment in plan.Segments)
        {
            writer.Write(segment);
        }

        writer.Pad();
        return writer._codewords;
    }

    private void Write(Segment segment)
    {
        switch (segment.Encodation)
        {
            case Encodation.Ascii:
                WriteAscii(segment);
                break;
            case Encodation.C40:
            case Encodation.Text:
                WriteTriplets(segment);
                break;
            case Encodation.Base256:
                WriteBytes(segment);
                break;
        }
    }

    private void WriteAscii(Segment segment)
    {
        for (var at = segment.Start; at < segment.End; at++)
        {
            var character = _message[at];
            if (at + 1 < segment.End && _message.IsDigitPair(at))
            {
                Add(130 + _message.DigitPair(at++));
            }
            else if (character == Message.Fnc1)
            {
                Add(Fnc1);
            }
            else if (character > 127)
            {
                Add(UpperShift);
                Add(character - 127);
            }
            else
            {
                Add(character + 1);
            }
        }
    }

    private void WriteTriplets(Segment segment)
    {
        Add(segment.Encodation == Encodation.C40 ? ToC40 : ToText);
        var (triplet, values) = (0, 0);
        for (var at = segment.Start; at < segment.End; at++)
        {
            foreach (var value in TripletValues.Of(segment.Encodation, _message[at]))
            {
                (triplet, values) = ((triplet * 40) + value, values + 1);
                if (values == 3)
                {
                    AddTriplet(triplet);
                    (triplet, values) = (0, 0);
                }
            }
        }

        if (values == 2)
        {
            AddTriplet(triplet * 40);
        }

        // What stands in the last codeword of a symbol is ASCII without being told.
        if (Left > 1 || (Left == 1 && segment.End == _message.Length))
        {
            Add(Unlatch);
        }
    }

    private void AddTriplet(int triplet)
    {
        Add((triplet + 1) >> 8);
        Add((triplet + 1) & 0xFF);
    }

    private void WriteBytes(Segment segment)
    {
        Add(ToBase256);
        if (segment.Length <= Base256Starts.LongestShort)
        {
            AddWhitened(segment.Length);
        }
        else if (segment.Length == Left - 1)
        {
            AddWhitened(0);
        }
        else
        {
            AddWhitened((segment.Length / 250) + 249);
            AddWhitened(segment.Length % 250);
        }

        foreach (var character in _message.Characters.AsSpan(segment.Start, segment.Length))
        {
            AddWhitened(character);
        }
    }

    /// <summary>The 255-state algorithm of annex B.2.</summary>
    private void AddWhitened(int value) => Add((value + (149 * (_count + 1) % 255) + 1) % 256);

    /// <summary>129 ends the data; what follows is whitened by the 253-state algorithm of annex B.1.</summary>
    private void Pad()
    {
        for (var first = true; Left > 0; first = false)
        {
            var value = first ? FirstPad : FirstPad + (149 * (_count + 1) % 253) + 1;
            Add(value <= 254 ? value : value - 254);
        }
    }

    private void Add(int codeword) => _codewords[_count++] = (byte)codeword;
}
