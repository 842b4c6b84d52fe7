using HemC101.Tracking.Identity;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.House;

/// <summary>What is known of a new thing of the house.</summary>
/// <param name="Material">Null for what is no material.</param>
/// <param name="Gtin">Eight to fourteen digits as on the package; kept with fourteen.</param>
/// <param name="ExpiresOn">Last day of use; null when it does not expire.</param>
public sealed record HouseForm(
    HouseKind Kind, string NameRu, string NameEn, MaterialKind? Material, string? ManufacturerLot, string? Gtin, DateOnly? ExpiresOn);
