namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

/// <summary>Tries every way to write a message in ASCII, C40, Text and Base 256, one codeword at a time, to see whether it fits at all.</summary>
internal sealed class EveryEncodation(string payload, bool gs1, int capacity)
{
    private readonly HashSet<Place> _seen = [];

    public static bool Fits(string payload, bool gs1, int capacity) =>
        new EveryEncodation(payload, gs1, capacity).Reaches(new Place(0, gs1 ? 1 : 0, 'a', 0));

    /// <param name="Used">Codewords written.</param>
    /// <param name="In">a ASCII, c C40, t Text, b Base 256.</param>
    /// <param name="Pending">Values of C40 or Text waiting for their triplet; bytes of Base 256 so far.</param>
    private readonly record struct Place(int At, int Used, char In, int Pending);

    private bool Reaches(Place place) =>
        place.Used <= capacity && _seen.Add(place) && (IsEnd(place) || Next(place).Any(Reaches));

    private bool IsEnd(Place place) => place.At == payload.Length && place.In switch
    {
        'a' => true,
        'b' => place.Used + LengthField(place.Pending, toTheEnd: capacity == place.Used + 1) <= capacity,
        _ => place.Pending == 0 || (place.Pending == 2 && place.Used + 2 == capacity),
    };

    private IEnumerable<Place> Next(Place place) => place.In switch
    {
        'a' => FromAscii(place),
        'b' => FromBytes(place),
        _ => FromTriplets(place),
    };

    private IEnumerable<Place> FromAscii(Place place)
    {
        foreach (var way in "ctb")
        {
            yield return new Place(place.At, place.Used + 1, way, 0);
        }

        foreach (var (taken, codewords) in Ascii(place.At))
        {
            yield return new Place(place.At + taken, place.Used + codewords, 'a', 0);
        }
    }

    private IEnumerable<Place> FromBytes(Place place)
    {
        if (place.Pending > 0)
        {
            yield return new Place(place.At, place.Used + LengthField(place.Pending, toTheEnd: false), 'a', 0);
        }

        if (place.At < payload.Length && !(gs1 && payload[place.At] == '\x1D'))
        {
            yield return new Place(place.At + 1, place.Used + 1, 'b', place.Pending + 1);
        }
    }

    private IEnumerable<Place> FromTriplets(Place place)
    {
        if (place.Pending == 0)
        {
            yield return new Place(place.At, place.Used + 1, 'a', 0);
            foreach (var (taken, codewords) in Ascii(place.At))
            {
                if (codewords == 1 && place.At + taken == payload.Length && place.Used + 1 == capacity)
                {
                    yield return new Place(payload.Length, capacity, 'a', 0);
                }
            }
        }

        if (place.At < payload.Length)
        {
            var values = place.Pending + Values(payload[place.At], place.In);
            yield return new Place(place.At + 1, place.Used + (values / 3 * 2), place.In, values % 3);
        }
    }

    private IEnumerable<(int Taken, int Codewords)> Ascii(int at)
    {
        if (at < payload.Length)
        {
            yield return (1, payload[at] > 127 ? 2 : 1);
        }

        if (at + 1 < payload.Length && char.IsAsciiDigit(payload[at]) && char.IsAsciiDigit(payload[at + 1]))
        {
            yield return (2, 1);
        }
    }

    private static int LengthField(int bytes, bool toTheEnd) => bytes <= 249 || toTheEnd ? 1 : 2;

    private static int Values(char c, char way) =>
        c > 127 ? 2 + Values((char)(c - 128), way)
        : c == ' ' || char.IsAsciiDigit(c) || (way == 'c' ? char.IsAsciiLetterUpper(c) : char.IsAsciiLetterLower(c)) ? 1 : 2;
}
