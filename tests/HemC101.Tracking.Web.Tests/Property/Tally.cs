namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>What became of the commands.</summary>
internal sealed class Tally
{
    public int Commands { get; set; }

    public int Taken { get; set; }

    public int Refused { get; set; }

    /// <summary>Sent once more, and taken no second time.</summary>
    public int Repeated { get; set; }

    public int CutOff { get; set; }

    public int AtOnce { get; set; }

    public int Restarts { get; set; }

    public override string ToString() =>
        $"{Commands} commands: {Taken} taken, {Refused} refused, {Repeated} sent again and taken once, {AtOnce} pairs at once, {CutOff} cut off, {Restarts} restarts";
}
