namespace HemC101.Tracking.Labels.Drawing;

/// <summary>A label as shapes.</summary>
/// <param name="Width">In dots, as <paramref name="Height"/>.</param>
/// <param name="Shapes">Later ones lie on earlier ones.</param>
internal sealed record LabelDrawing(string Title, int Width, int Height, int DotsPerMillimetre, IReadOnlyList<LabelShape> Shapes)
{
    /// <param name="filled">The template with a mark for each place.</param>
    public static IReadOnlyList<LabelShape> Compose(string filled, ShapeBook places) =>
        [.. PlainZpl.Read(filled).Select(frame => frame ?? places.Next())];

    /// <summary>In millimetres.</summary>
    public (double Width, double Height) Media => ((double)Width / DotsPerMillimetre, (double)Height / DotsPerMillimetre);

    /// <summary>What a person reads on it, line by line from the top of the template.</summary>
    public IEnumerable<string> Lines => Shapes.OfType<TextShape>().SelectMany(text => text.Layout.Lines);
}
