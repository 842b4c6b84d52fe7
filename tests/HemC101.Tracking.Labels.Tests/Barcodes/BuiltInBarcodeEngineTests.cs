using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

public sealed class BuiltInBarcodeEngineTests() : BarcodeEngineContract(new BuiltInBarcodeEngine());
