using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Templates;

/// <param name="At">When it was recorded.</param>
internal sealed record TemplateApproval(ApprovedTemplate Template, DateTimeOffset At, IReadOnlyList<Signature> Signatures);

/// <summary>All approvals of label templates, the oldest first.</summary>
internal sealed record TemplateBook(IReadOnlyList<TemplateApproval> Approvals)
{
    public static readonly TemplateBook Empty = new([]);

    /// <summary>What is printed from, by name.</summary>
    public IReadOnlyDictionary<string, string> InForce { get; } =
        Approvals.GroupBy(approval => approval.Template.Name).ToDictionary(group => group.Key, group => group.Last().Template.Source);

    /// <returns>The newest; null when nobody ever approved this template.</returns>
    public TemplateApproval? Find(string name) => Approvals.LastOrDefault(approval => approval.Template.Name == name);

    public TemplateBook With(LabelTemplatesApproved approved, DateTimeOffset at) =>
        new([.. Approvals, .. approved.Templates.Select(template => new TemplateApproval(template, at, approved.Signatures))]);
}
