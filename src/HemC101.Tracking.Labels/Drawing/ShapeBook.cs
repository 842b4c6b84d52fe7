namespace HemC101.Tracking.Labels.Drawing;

/// <summary>The shapes of a template's places, in their order, while the template is filled.</summary>
internal sealed class ShapeBook
{
    private readonly Queue<LabelShape> _shapes = new();

    /// <returns>What stands for the shape in the filled text.</returns>
    public string Add(LabelShape shape)
    {
        _shapes.Enqueue(shape);
        return PlainZpl.Place.ToString();
    }

    public LabelShape Next() => _shapes.Dequeue();
}
