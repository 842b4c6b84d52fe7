using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.House;

/// <param name="From">The status that the decision rests on.</param>
/// <param name="Basis">Number of the document that the decision rests on: a certificate, a protocol, a deviation.</param>
/// <param name="Holds">Hold what it was used on, where the status does not demand that anyway.</param>
public sealed record HouseMove(HouseId Id, HouseStatus From, HouseStatus To, string Basis, bool Holds = false);
