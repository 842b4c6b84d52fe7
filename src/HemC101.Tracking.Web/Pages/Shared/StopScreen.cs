namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>Model of <c>_Stop</c>: the full-screen refusal. <c>Back</c> leads to the step, where everything begins again.</summary>
public sealed record StopScreen(Text Sentence, string Back);
