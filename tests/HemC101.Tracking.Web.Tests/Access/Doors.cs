using System.Net;
using HemC101.Tracking.People;
using static System.Net.HttpStatusCode;
using static HemC101.Tracking.People.Role;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>
/// Who may open what. A page that is missing here fails the test: whoever adds one decides who may open it. The pages of the steps follow
/// the step catalogue and have a test of their own.
/// </summary>
internal static class Doors
{
    /// <summary>Answers that no page gives: states and numbers for a proxy, nothing of people.</summary>
    public static readonly string[] NoPages = ["/health/live", "/health/ready"];

    /// <summary>Answered to somebody who has signed in and may not.</summary>
    public const HttpStatusCode Closed = Forbidden;

    /// <summary>Whose roles are those of each step.</summary>
    public const string StepPage = "/Work/Step";

    public const string AtTheBed = "/Ward/Bedside";

    /// <summary>The pages that name the participant to all who may open them: at the bed, and where the name is corrected.</summary>
    public static readonly string[] Naming = [AtTheBed, "/Enrolment/Correct"];

    private const IReadOnlyList<Role>? Anybody = null;

    private static readonly Role[] Everybody = Enum.GetValues<Role>();
    private static readonly Role[] Office = [Administrator];
    private static readonly Role[] OfficeAndAssurance = [Administrator, QualityAssurance];
    private static readonly Role[] OfficeAndQuality = [Administrator, QualityAssurance, QualifiedPerson];
    private static readonly Role[] Deciders = [QualityAssurance, QualifiedPerson];
    private static readonly Role[] ProtocolOwners = [Investigator, QualifiedPerson, QualityAssurance];
    private static readonly Role[] Enrollers = [Investigator, Coordinator];
    private static readonly Role[] OnTheWay = [Courier, LabOperator, ApheresisNurse, WardNurse, Cryostore, QualityAssurance];
    private static readonly Role[] Keepers = [Cryostore, QualityAssurance];
    private static readonly Role[] Unit = [ApheresisNurse, ApheresisPhysician, QualityAssurance];
    private static readonly Role[] Counters = [Cryostore, LabOperator, QualityAssurance];
    private static readonly Role[] Bedside = [WardNurse, Investigator];
    private static readonly Role[] AtThePrinters = [Coordinator, ApheresisNurse, LabOperator, Cryostore, WardNurse, QualityAssurance, Administrator];

    public static readonly Door[] All =
    [
        new("/Account/Language", "GET, POST", Redirect, Anybody),
        new("/Account/SignIn", "GET, POST Badge, POST Password, POST PasskeyOptions, POST Passkey", OK, Anybody),
        new("/Account/SignOut", "GET, POST", Redirect, Anybody),
        new("/Account/Station", "GET, POST", OK, Anybody),
        new("/Demo/Codes", "GET", NotFound, Anybody),
        new("/Demo/Index", "GET, GET State", NotFound, Anybody),
        new("/Error", "GET, POST", NotFound, Anybody),
        new("/Setup", "GET, POST", NotFound, Anybody),

        new("/Index", "GET", OK, Everybody),
        new("/Account/Me", "GET, POST Pin, POST Password, POST PasskeyOffer, POST PasskeyAdd, POST PasskeyRemove", OK, Everybody),
        new("/Account/Me", "POST Sessions", Redirect, Everybody),
        new("/Account/NewSecrets", "GET, POST", Redirect, Everybody),
        new("/Account/HandOver", "GET, POST, POST Take", OK, Everybody),
        new("/Account/SecondFactor", "GET, POST PasskeyOptions, POST Passkey, POST Vouch", Redirect, Everybody),
        new("/Help/Index", "GET", OK, Everybody),
        new("/Scan", "GET, POST", OK, Everybody),
        new("/ScannerTest/Index", "GET, POST Begin", OK, Everybody),
        new("/ScannerTest/Index", "POST Scan", Redirect, Everybody),
        new("/ScannerTest/Sheet", "GET", OK, Everybody),

        new("/Enrolment/Index", "GET", OK, Everybody),
        new("/Apheresis/Index", "GET", OK, Everybody),
        new("/Transport/Index", "GET", OK, Everybody),
        new("/Laboratory/Index", "GET", OK, Everybody),
        new("/Quality/Index", "GET", OK, Everybody),
        new("/CellStore/Index", "GET", OK, Everybody),
        new("/Ward/Index", "GET", OK, Everybody),
        new("/Chains/Index", "GET", OK, Everybody),
        new("/Chains/Details", "GET", OK, Everybody),
        new("/Chains/Paper", "GET", OK, Everybody),
        new("/Chains/Identity", "GET", OK, Everybody),
        new("/Chains/Sheets", "GET", OK, Everybody),
        new("/Chains/Sheets", "GET Pdf, GET Sheet, POST Issue", NotFound, Everybody),
        new("/Chains/Packs", "GET, POST Refresh", OK, [.. Everybody.Except([Administrator, Courier])]),
        new("/Alarms/Index", "GET, POST Acknowledge", OK, Everybody),
        new("/Labels/Index", "GET", OK, Everybody),
        new("/Labels/Index", "POST Cancel, POST Printed, POST NotPrinted, POST Retry, POST Reroute", OK, AtThePrinters),
        new("/Labels/Templates", "GET", OK, OfficeAndQuality),
        new("/Labels/Template", "GET, GET Svg, GET Dots, GET Pdf, GET Zpl", OK, OfficeAndQuality),

        new("/Labels/Approval", "GET, POST", OK, OfficeAndQuality),

        new("/Enrolment/New", "GET, POST", OK, Enrollers),
        new("/Enrolment/Correct", "GET, POST", OK, Enrollers),
        new("/Transport/Logger", "GET, POST Import", OK, OnTheWay),
        new("/CellStore/Logger", "GET, POST Import", OK, Keepers),
        new("/Apheresis/Fallback", "GET, POST Print, POST Scan, POST Issue, POST Count, POST Destroy", OK, Unit),
        new("/CellStore/Counts", "GET, POST Open", OK, Counters),
        new("/CellStore/Count", "GET, POST Scan, POST Close", NotFound, Counters),
        new(AtTheBed, "GET, GET State, POST Open", OK, Bedside),
        new(AtTheBed, "POST Scan, POST Take", Redirect, Bedside),
        new("/Chains/Evidence", "GET", Redirect, Deciders),
        new("/Chains/Evidence", "POST", OK, Deciders),
        new("/Chains/Half", "GET", OK, Deciders),
        new("/Quality/Trace", "GET, GET Csv, GET Pdf", OK, OfficeAndQuality),
        new("/Quality/Trace", "POST Drill, POST Lift", OK, Deciders),
        new("/Quality/Origin", "GET", OK, OfficeAndQuality),
        new("/Quality/Accountability", "GET, GET Csv", OK, [Coordinator, .. ProtocolOwners]),
        new("/Quality/Deviations", "GET", OK, [Administrator, .. ProtocolOwners]),
        new("/Quality/Drills", "GET", OK, OfficeAndQuality),
        new("/Quality/StudyHold", "GET, POST", OK, ProtocolOwners),
        new("/Quality/Audit", "GET, POST Export, POST Print", OK, OfficeAndQuality),
        new("/Quality/Audit", "POST Review", OK, [QualityAssurance]),

        new("/Administration/Index", "GET", OK, OfficeAndAssurance),
        new("/Administration/OnCall", "GET, POST Add, POST Remove", OK, OfficeAndAssurance),
        new("/Administration/Settings", "GET", OK, Everybody),
        new("/Administration/NewSettings", "GET, POST Edit, POST Check, POST Issue", OK, ProtocolOwners),
        new("/Administration/Seals", "GET", OK, OfficeAndAssurance),
        new("/Administration/Seals", "POST, POST Consistency", Redirect, OfficeAndAssurance),
        new("/Administration/Things", "GET", OK, OfficeAndQuality),
        new("/Administration/Thing", "GET, POST Move", OK, OfficeAndQuality),
        new("/Administration/Thing", "POST Plate", Redirect, OfficeAndAssurance),
        new("/Administration/Thing", "POST Plate", OK, [QualifiedPerson]),
        new("/Administration/AddThing", "GET, POST", OK, OfficeAndAssurance),
        new("/Administration/People", "GET", OK, Office),
        new("/Administration/Stations", "GET, POST Offer, POST Revoke", OK, Office),
        new("/Administration/AddPerson", "GET, POST", OK, Office),
        new("/Administration/Person", "GET, POST Roles, POST Recover, POST Passkey", OK, Office),
        new("/Administration/Person", "POST Leaked", BadRequest, Office),
        new("/Administration/Person", "POST Active, POST Unlock, POST Training, POST Sessions", Redirect, Office),
    ];

    public static IEnumerable<Door> Of(string page, string handler) => All.Where(door => door.Page == page && door.Each.Contains(handler));
}
