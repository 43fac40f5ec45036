using System.Globalization;
using FuzzySharp;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary><c>wat is een koersbepaler</c>: a word of the programme, or anything else in it that has an explanation: <c>wat is R6</c>.</summary>
public sealed class ExplainTerm : ICommand
{
    private const int MeantFrom = 75;

    public Sentence Sentence { get; } = new(
        ["wat is een", "wat is de", "wat is het", "wat is", "wat zijn", "wat betekent"], ["what is a", "what is an", "what is the", "what is", "what are", "explain"],
        new Phrase("een woord uitgelegd: wat is een {steering-member}", "a word explained: what is a {steering-member}"), new Phrase("woord", "word"));

    public ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        var asked = rest.Trim().ToLowerInvariant();
        var best = All(turn.Method)
            .Select(one => (one, score: one.Names.Max(name => Fuzz.Ratio(asked, name.ToLowerInvariant()))))
            .OrderByDescending(static candidate => candidate.score)
            .Take(3)
            .ToList();
        turn.Show(best[0].score >= MeantFrom
            ? Explained(best[0].one, turn.Method, turn.Culture)
            : new Card(en ? $"I do not know the word \"{Shorter.Than(60, rest)}\"" : $"Het woord \"{Shorter.Than(60, rest)}\" ken ik niet")
            {
                Body = [new Text(en ? "Did you mean one of these?" : "Bedoel je een van deze?")],
                Buttons = [.. best.Select(candidate => Sayings.Button(candidate.one.Name.In(turn.Culture), $"{(en ? "what is" : "wat is")} {candidate.one.Name.In(turn.Culture)}"))],
            });
        return ValueTask.CompletedTask;
    }

    /// <summary>The words come first: where something else goes by the same name, they say more of it.</summary>
    private static IEnumerable<Explanation> All(WorkingMethod method) =>
    [
        .. method.Terms.Select(static term => new Explanation(term.Name, term.Meaning, [term.Name.Nl, term.Name.En, .. term.Also])),
        .. method.Strategies.Select(static one => Coded(one.Id, one.Name, one.Explanation)),
        .. method.InnovationFunctions.Select(static one => Coded(one.Id, one.Name, one.Explanation)),
        .. method.PerformanceGoals.Select(static one => Named(one.Name, one.Explanation)),
        .. method.EffectGoals.Concat(method.IntendedEffects).Concat(method.Clusters).Where(static one => one.Explanation is not null).Select(static one => Named(one.Name, one.Explanation!)),
        .. method.Forces.Select(static one => Named(one.Name, one.Explanation)),
        .. method.Phases.Select(static one => Named(one.Name, one.Explanation)),
        .. method.Teams.Select(static one => Named(one.Name, one.Explanation)),
        .. method.Teams.Select(static one => one.ProjectType).OfType<Item>().Where(static one => one.Explanation is not null).Select(static one => Named(one.Name, one.Explanation!)),
        .. method.Horizons.Select(static one => Named(one.Name, one.Explanation)),
        .. method.StakeholderKinds.Select(static one => Named(one.Name, one.Explanation)),
        .. method.Roles.Select(static one => Named(one.Name, one.Purpose)),
    ];

    private static Explanation Named(Words name, Words meaning) => new(name, meaning, [name.Nl, name.En]);

    /// <summary>People know it by its code, by its name, and by what stands in brackets behind that.</summary>
    private static Explanation Coded(string id, Words name, Words meaning) => new(
        new Words($"{id} {name.Nl}", $"{id} {name.En}"), meaning, [id, .. name.Nl.Split('(', ')', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), name.En, $"{id} {name.Nl}", $"{id} {name.En}"]);

    /// <summary>Where the word is the change strategy of a horizon, what the programme does there is explained with it.</summary>
    private static Card Explained(Explanation asked, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var horizon = asked.Names.Select(name => Horizons.ByStrategy(method, name)).FirstOrDefault(static found => found is not null);
        return new Card(asked.Name.In(culture))
        {
            Body =
            [
                new Text(asked.Meaning.In(culture)),
                .. horizon is null ? Array.Empty<Element>() : [new Text(horizon.Name.In(culture), Tone.Heading), new Text(horizon.Explanation.In(culture))],
            ],
            Buttons = horizon is null ? [] : [Sayings.Button(en ? "Change strategy" : "Veranderstrategie", $"{(en ? "change strategy" : "veranderstrategie")} {horizon.Id}")],
        };
    }

    private sealed record Explanation(Words Name, Words Meaning, string[] Names);
}
