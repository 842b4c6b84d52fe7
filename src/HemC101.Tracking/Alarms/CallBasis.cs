namespace HemC101.Tracking.Alarms;

/// <summary>Why somebody is called. Names are stored; never renamed.</summary>
public enum CallBasis
{
    /// <summary>It is their shift, or the group has no shifts and they are on its list.</summary>
    OnDuty,

    /// <summary>The group has shifts, and none is entered for now: the standing list is called instead.</summary>
    Standing,

    /// <summary>Nobody is on call at all: everybody whom the alarm concerns is called at once.</summary>
    Everybody,
}
