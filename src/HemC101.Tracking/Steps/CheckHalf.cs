namespace HemC101.Tracking.Steps;

/// <summary>Whose half of an independent check it is.</summary>
public enum CheckHalf
{
    First,
    Second,
}
