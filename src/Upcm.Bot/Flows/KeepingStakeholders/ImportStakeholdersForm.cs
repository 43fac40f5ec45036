using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>A pasted list, and what to do with those who are on the map already or look like it.</summary>
public sealed class ImportStakeholdersForm(WorkingMethod method, StakeholderMap map) : Form<ImportStakeholdersForm.Pasted>
{
    /// <param name="New">To be added.</param>
    /// <param name="Known">Who is on the map, and what is newly said of them.</param>
    /// <param name="Skipped">How many were left out.</param>
    public sealed record Pasted(ImmutableArray<Stakeholder> New, ImmutableArray<(Stakeholder Known, Stakeholder Said)> Known, int Skipped);

    public const string LinesKey = "lines";
    private const int MostTold = 6;
    private const string Completing = "bijwerken";
    private const string LeaveOut = "overslaan";
    private const string Add = "toevoegen";

    private readonly StakeholderLinesQuestion lines = new(LinesKey, new("Plak de lijst, een stakeholder per regel.", "Paste the list, one stakeholder a line."), new StakeholderLines(method))
    {
        Name = new("Lijst", "List"),
        Hint = new(
            $"naam; invloed; belang; soort. Bijvoorbeeld: Rijkswaterstaat; 4; 3{(method.StakeholderKinds is [.., var last] ? $"; {last.Name.Nl}" : "")}",
            $"name; influence; interest; kind. For instance: Rijkswaterstaat; 4; 3{(method.StakeholderKinds is [.., var kind] ? $"; {kind.Name.En}" : "")}"),
        Why = new(
            "Na de naam mag je weglaten wat je niet weet. Invloed en belang zijn cijfers van 1 tot 5. Ook mag: een kant (gebruiker, uitvoerder, leverancier, beslisser), tegen, en teksten met wint:, verliest:, aanpak: of contact: ervoor. Plakken uit een rekenblad mag ook.",
            "After the name you may leave out what you do not know. Influence and interest are numbers from 1 to 5. Also possible: a side (user, doer, supplier, decider), against, and texts with wins:, loses:, approach: or contact: before them. You may paste from a spreadsheet."),
    };

    public override Phrase Title { get; } = new($"Stakeholders inlezen voor {map.Number}", $"Import stakeholders for {map.Number}");

    public override IReadOnlyList<Question> Questions(Answers answers) => Alike(answers) is { Count: > 0 } alike ? [lines, WhatToDo(alike)] : [lines];

    public override IReadOnlyList<Phrase> Derived(Answers answers)
    {
        var read = lines.Maybe(answers);
        string Told(CultureInfo culture) => string.Join('\n', read.Select((one, at) =>
            string.Create(culture, $"{at + 1}. {one.Name}{StakeholderWords.Placed(" · ", one, method, culture)}")));
        return read.IsDefaultOrEmpty ? [] : [new Phrase(Told(Cultures.Dutch), Told(Cultures.English))];
    }

    protected override Pasted Complete(Answers answers)
    {
        var alike = Alike(answers).ToDictionary(pair => pair.Said, pair => pair.Known);
        var todo = answers["alike"];
        var known = todo switch
        {
            Completing => [.. alike.Select(pair => (pair.Value, pair.Key))],
            Add => [.. alike.Where(pair => IsExact(pair.Value, pair.Key)).Select(pair => (pair.Value, pair.Key))],
            _ => ImmutableArray<(Stakeholder Known, Stakeholder Said)>.Empty,
        };
        return new Pasted(
            [.. lines.From(answers).Where(one => !alike.TryGetValue(one, out var near) || (todo == Add && !IsExact(near, one)))],
            known,
            todo == LeaveOut ? alike.Count : 0);
    }

    private List<(Stakeholder Said, Stakeholder Known)> Alike(Answers answers) =>
    [
        .. (lines.Maybe(answers) is { IsDefault: false } read ? read : [])
            .Select(said => (Said: said, Known: map.Named(said.Name) ?? (Stakeholders.Near(map, said.Name) is [var near, ..] ? near : null)))
            .Where(pair => pair.Known is not null)
            .Select(pair => (pair.Said, pair.Known!)),
    ];

    private static ChoiceQuestion WhatToDo(List<(Stakeholder Said, Stakeholder Known)> alike)
    {
        var told = string.Join("; ", alike.Take(MostTold).Select(pair => IsExact(pair.Known, pair.Said) ? pair.Said.Name : $"{pair.Said.Name} ~ {pair.Known.Name}"))
            + (alike.Count > MostTold ? "; …" : "");
        var exact = alike.Exists(pair => IsExact(pair.Known, pair.Said));
        return new ChoiceQuestion(
            "alike",
            new($"Deze staan al op de lijst of lijken daarop: {told}. Wat doe ik met hen?", $"These are on the list already or look like it: {told}. What shall I do with them?"),
            [
                new(Completing, new("Bijwerken wat er al staat", "Complete what stands there"), "bijwerken", "update", "complete"),
                new(LeaveOut, new("Overslaan", "Leave them out"), "skip"),
                .. exact && alike.TrueForAll(pair => IsExact(pair.Known, pair.Said)) ? Array.Empty<Choice>()
                    : [new Choice(Add, exact ? new("Toevoegen wie er alleen op lijkt", "Add who only looks like it") : new("Toch toevoegen", "Add them all the same"), "add")],
            ])
        {
            Name = new("Al bekend", "Known already"),
        };
    }

    private static bool IsExact(Stakeholder known, Stakeholder said) => StakeholderMap.Plain(known.Name) == StakeholderMap.Plain(said.Name);
}
