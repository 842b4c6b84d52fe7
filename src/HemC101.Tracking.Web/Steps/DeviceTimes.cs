namespace HemC101.Tracking.Web.Steps;

/// <summary>How far the clock of the device that sends a step is believed.</summary>
internal static class DeviceTimes
{
    /// <summary>How far a device's clock may run ahead before a step other than Safety and Exit is refused.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(2);

    /// <summary>Longer, since a form may wait for the network.</summary>
    private static readonly TimeSpan MostBehind = TimeSpan.FromMinutes(10);

    public static bool IsWrong(DateTimeOffset? device, DateTimeOffset now) => device - now > MostAhead || now - device > MostBehind;

    /// <summary>The device's time, unless its clock is wrong: then a stop or an exit goes by the server's.</summary>
    public static DateTimeOffset OccurredAt(StepInput input, DateTimeOffset now) =>
        input.DeviceTime is { } device && !IsWrong(device, now) ? device.ToUniversalTime() : now;
}
