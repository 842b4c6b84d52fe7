using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Pages.Help;

/// <summary>One way from state to state.</summary>
/// <param name="By">The steps that go it; none where it follows from another step.</param>
public sealed record Move(Text From, IReadOnlyList<Step> By, Text To);

/// <summary>A lifecycle as a table, read from the machine itself.</summary>
public sealed record Machine(string Id, Text Name, IReadOnlyList<Move> Moves)
{
    public static IReadOnlyList<Machine> All { get; } =
    [
        Of<ProductState, ProductTrigger>("product", new("Продукт", "Product"), Transitions.Next, step => step.Fires.Product),
        Of<CollectionState, CollectionTrigger>("collection", new("Сбор", "Collection"), Transitions.Next, step => step.Fires.Collection),
        Of<BatchState, BatchTrigger>("batch", new("Серия", "Batch"), Transitions.Next, step => step.Fires.Batch),
        Of<UnitState, UnitTrigger>("unit", new("Операция производства", "Unit operation"), Transitions.Next, step => step.Fires.Unit),
        Of<BagState, BagTrigger>("bag", new("Пакет дозы", "Dose bag"), Transitions.Next, step => step.Fires.Bag),
    ];

    private static Machine Of<TState, TTrigger>(string id, Text name, Func<TState, TTrigger, TState?> next, Func<Step, TTrigger?> fires)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        new(id, name,
        [
            .. from state in Enum.GetValues<TState>()
               from trigger in Enum.GetValues<TTrigger>()
               let to = next(state, trigger)
               where to is not null
               let steps = StepCatalogue.All.Where(step => fires(step) is { } fired && EqualityComparer<TTrigger>.Default.Equals(fired, trigger)).ToList()
               select new Move(StateNames.Of(state), steps, StateNames.Of(to.Value)),
        ]);
}
