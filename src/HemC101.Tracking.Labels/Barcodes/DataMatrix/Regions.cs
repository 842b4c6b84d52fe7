namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>The data regions of a symbol.</summary>
/// <param name="Rows">Modules of one region from top to bottom, without its border.</param>
/// <param name="Columns">Modules of one region from left to right, without its border.</param>
/// <param name="Down">Regions from top to bottom.</param>
/// <param name="Across">Regions from left to right.</param>
internal readonly record struct Regions(int Rows, int Columns, int Down, int Across);
