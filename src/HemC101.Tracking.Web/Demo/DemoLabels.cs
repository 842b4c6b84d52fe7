using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>What is printed for box, tag, tube, cassette or overwrap is put on and scanned back before anything else is done.</summary>
internal static class DemoLabels
{
    public static Step Step { get; } = StepCatalogue.Get("label.apply");

    public static bool IsPutOn(StepAddress address, Facts facts) => address.Step.Id == Step.Id && facts.Print?.Carrier.IsAround() == true;

    /// <summary>In the order in which they were printed; what must not be stuck on any more is left out.</summary>
    public static IEnumerable<string> Waiting(Facts facts) =>
        from print in facts.Chain.Prints.Values
        where print.State == PrintState.Printed && print.Carrier.IsAround()
        let target = print.Serial.ToString()
        where RuleBook.Obstacles(Step, facts with { Target = target }).Count == 0
        orderby target
        select target;
}
