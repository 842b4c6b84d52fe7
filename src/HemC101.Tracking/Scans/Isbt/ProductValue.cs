using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 003.</summary>
public sealed record ProductValue(ProductCode Product) : IsbtValue(3)
{
    public override string Content => Product.ToString();

    protected override Text Value => Same(Product.ToString());

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        ProductCode.TryParse(content, out var product) ? new ProductValue(product) : null;
}
