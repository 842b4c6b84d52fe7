using System.Text;
using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A camera with labels before it: Chromium plays a film instead of opening a device, and the film shows our own symbols.</summary>
internal sealed class FakeCamera : IDisposable
{
    private const int Width = 1280;
    private const int Height = 720;
    private const int MatrixModule = 6;
    private const int Bar = 4;
    private const int BarHeight = 160;
    private const byte Light = 225;
    private const byte Dark = 25;
    private const byte NoColour = 128;

    private readonly FileInfo _film = new(Path.Combine(Path.GetTempPath(), $"hemc101-film-{Guid.NewGuid():N}.y4m"));

    public FakeCamera() => Show();

    /// <summary>Makes a browser use this camera and allow it to every page.</summary>
    public IReadOnlyList<string> Arguments =>
        ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={_film.FullName}"];

    /// <summary>What the camera sees when it is opened next: these labels side by side, or an empty table.</summary>
    public void Show(params IReadOnlyList<(Symbology Symbology, string Payload)> labels)
    {
        var table = new byte[Width * Height];
        Array.Fill(table, Light);
        var engine = BarcodeEngines.Create();
        for (var i = 0; i < labels.Count; i++)
        {
            Draw(table, engine.Encode(labels[i].Symbology, labels[i].Payload), middle: Width * (i + 1) / (labels.Count + 1));
        }

        Write(table);
    }

    public void Dispose() => _film.Delete();

    private static void Draw(byte[] table, BarcodeModules symbol, int middle)
    {
        var (wide, high) = symbol.IsLinear ? (Bar, BarHeight) : (MatrixModule, MatrixModule);
        var left = middle - (symbol.Width * wide / 2);
        var top = (Height - (symbol.Height * high)) / 2;
        for (var y = 0; y < symbol.Height * high; y++)
        {
            foreach (var (x, length) in symbol.DarkRuns(y / high))
            {
                table.AsSpan(((top + y) * Width) + left + (x * wide), length * wide).Fill(Dark);
            }
        }
    }

    /// <summary>YUV4MPEG2 of one frame, which the browser repeats; colour has half the resolution.</summary>
    private void Write(byte[] brightness)
    {
        var colour = new byte[Width * Height / 2];
        Array.Fill(colour, NoColour);
        using var film = _film.Create();
        film.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F20:1 Ip A1:1 C420mpeg2\nFRAME\n"));
        film.Write(brightness);
        film.Write(colour);
    }
}
