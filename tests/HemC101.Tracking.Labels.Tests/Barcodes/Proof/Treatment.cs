using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes.Proof;

/// <summary>What happens to a symbol between the printer and the camera.</summary>
/// <param name="Degrees">Turned by, clockwise.</param>
/// <param name="ModulePixels">Pixels a module, a fraction for what a camera sees.</param>
/// <param name="Spread">How far ink runs over the edges of dark modules, in modules.</param>
/// <param name="Noise">Of each pixel, up or down, in shades of 255.</param>
/// <param name="Specks">Pixels in 1,000 that are black or white whatever was there.</param>
public sealed record Treatment(string Name, double Degrees = 0, double ModulePixels = 4, double Spread = 0, int Noise = 0, int Specks = 0)
{
    private const int Samples = 2;
    private const int Ink = 25;
    private const int Paper = 235;

    public static IReadOnlyList<Treatment> All { get; } =
    [
        .. new[] { 90.0, 180, 270, 6, -8, 186 }.Select(degrees => new Treatment($"turned by {degrees}°", degrees)),
        .. new[] { 3, 4.6, 5.5, 7 }.Select(pixels => new Treatment($"{pixels} pixels a module", ModulePixels: pixels)),
        new("fat ink", ModulePixels: 5, Spread: 0.12),
        new("grey noise", ModulePixels: 4.3, Noise: 12),
        new("specks", ModulePixels: 5, Specks: 4),
        new("bad print", Degrees: 3, ModulePixels: 5.2, Spread: 0.06, Noise: 5, Specks: 1),
    ];

    public GreyPicture Apply(BarcodeModules modules)
    {
        var (sin, cos) = Math.SinCos(Degrees * Math.PI / 180);
        var (across, down) = (modules.Width, modules.IsLinear ? Math.Max(40, modules.Width / 5) : modules.Height);
        var quiet = modules.IsLinear ? 20 : 8;
        var width = (int)(ModulePixels * ((Math.Abs(cos) * across) + (Math.Abs(sin) * down) + quiet));
        var height = (int)(ModulePixels * ((Math.Abs(sin) * across) + (Math.Abs(cos) * down) + quiet));
        var stretch = (double)modules.Height / down;
        var random = new Random(across);
        var dots = new byte[width * height];
        for (var i = 0; i < dots.Length; i++)
        {
            var ink = 0;
            for (var sample = 0; sample < Samples * Samples; sample++)
            {
                var x = ((i % width) + (((sample % Samples) + 0.5) / Samples) - (width / 2.0)) / ModulePixels;
                var y = ((i / width) + (((sample / Samples) + 0.5) / Samples) - (height / 2.0)) / ModulePixels;
                ink += HasInk(modules, (x * cos) + (y * sin) + (across / 2.0), ((y * cos) - (x * sin) + (down / 2.0)) * stretch) ? 1 : 0;
            }

            dots[i] = Seen(random, Paper - ((Paper - Ink) * ink / (Samples * Samples)));
        }

        return new GreyPicture(width, height, dots);
    }

    private bool HasInk(BarcodeModules modules, double u, double v) =>
        IsDark(modules, u, v) || (Spread > 0
            && (IsDark(modules, u - Spread, v) || IsDark(modules, u + Spread, v) || IsDark(modules, u, v - Spread) || IsDark(modules, u, v + Spread)));

    private static bool IsDark(BarcodeModules modules, double u, double v) =>
        u >= 0 && v >= 0 && u < modules.Width && v < modules.Height && modules[(int)u, (int)v];

    private byte Seen(Random random, int shade) =>
        Specks > 0 && random.Next(1000) < Specks ? (byte)(random.Next(2) * 255)
        : (byte)Math.Clamp(shade + (Noise > 0 ? random.Next(-Noise, Noise + 1) : 0), 0, 255);
}
