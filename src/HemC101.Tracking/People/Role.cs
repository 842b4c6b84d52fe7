namespace HemC101.Tracking.People;

/// <summary>Roles of the trial's crews; who may do what stands in the step catalogue.</summary>
public enum Role
{
    /// <summary>INV: consent, eligibility, orders, readiness, tolerance decision.</summary>
    Investigator,

    /// <summary>COORD: enrolment, schedule, hand-over to the extension.</summary>
    Coordinator,

    /// <summary>APH-N.</summary>
    ApheresisNurse,

    /// <summary>APH-D: transfusion physician, second verifier at the chair.</summary>
    ApheresisPhysician,

    /// <summary>LAB-OP and LAB-V: either may perform, the other verifies.</summary>
    LabOperator,

    /// <summary>QC analyst or reviewer; analyst and reviewer of one result are two people.</summary>
    QualityControl,

    /// <summary>QP: the only one who certifies or rejects (EU GMP Annex 11 §15, Annex 16).</summary>
    QualifiedPerson,

    /// <summary>QA: deviations, holds, recalls, relabelling.</summary>
    QualityAssurance,

    /// <summary>CRYO.</summary>
    Cryostore,

    /// <summary>COUR: courier inside the campus.</summary>
    Courier,

    /// <summary>WARD-N1 and WARD-N2.</summary>
    WardNurse,

    /// <summary>ADM: users and settings; holds no clinical or GMP signature.</summary>
    Administrator,
}
