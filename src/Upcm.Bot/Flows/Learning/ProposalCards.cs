using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Evaluating;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary>Proposals for the instruments, each with what became of it.</summary>
internal static class ProposalCards
{
    public static Card New(Initiative initiative, IReadOnlyList<InstrumentProposal> proposals, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var count = (proposals.Count, en) switch
        {
            (1, true) => "New proposal for the instruments",
            (1, false) => "Nieuw voorstel voor de instrumenten",
            (var many, true) => $"{many} new proposals for the instruments",
            var (many, _) => $"{many} nieuwe voorstellen voor de instrumenten",
        };
        return new Card(count)
        {
            Status = $"{(en ? "From the evaluation of" : "Uit de evaluatie van")} {initiative.Number} {initiative.Title}",
            Body = [.. proposals.Select(one => Row(one, culture))],
            Buttons =
            [
                Sayings.Button(en ? "All proposals" : "Alle voorstellen", en ? "proposals" : "voorstellen"),
                Sayings.Button(en ? "Evaluation" : "Evaluatie", $"{(en ? "evaluation" : "evaluatie")} {initiative.Number}"),
            ],
        };
    }

    /// <summary>To who made it: what was decided, by whom, and why.</summary>
    public static Card Decided(Initiative? initiative, InstrumentProposal before, InstrumentProposal decided, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var name = EvaluationWords.Name(decided.State).In(culture);
        List<Element> body =
        [
            new Text(decided.Text, Tone.Strong),
            new Text($"{decided.DecidedBy!.Name}: {decided.Reason}"),
            .. before.DecidedAt is null ? Array.Empty<Element>() : [new Text($"{(en ? "Before" : "Eerst")}: {EvaluationWords.Name(before.State).In(culture)}{(before.Reason is { } why ? $", {why}" : "")}", Tone.Subtle)],
        ];
        return new Card(en ? $"Your proposal {decided.Id}: {name}" : $"Jouw voorstel {decided.Id}: {name}")
        {
            Status = $"{(en ? "From the evaluation of" : "Uit de evaluatie van")} {decided.Number} {initiative?.Title}".TrimEnd(),
            Body = body,
            Buttons =
            [
                Sayings.Button(en ? "Evaluation" : "Evaluatie", $"{(en ? "evaluation" : "evaluatie")} {decided.Number}"),
                Sayings.Button(en ? "All proposals" : "Alle voorstellen", en ? "proposals" : "voorstellen"),
            ],
        };
    }

    public static Card List(IReadOnlyList<InstrumentProposal> open, bool moreOpen, IReadOnlyList<InstrumentProposal> decided, Team? keeper, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        List<Element> body = [.. open.Select(one => Row(one, culture))];
        if (open.Count == 0)
        {
            body.Add(new Text(en ? "No proposal is open." : "Er staat geen voorstel open."));
        }

        if (decided.Count > 0)
        {
            body.Add(new Section(en ? "Decided last" : "Laatst besloten", [.. decided.Select(one => Row(one, culture))], Folded: open.Count > 0));
        }

        return new Card(en ? "Proposals for the instruments" : "Voorstellen voor de instrumenten")
        {
            Status = (keeper is null ? "" : en ? $"For {keeper.Name.In(culture)} · " : $"Voor {keeper.Name.In(culture)} · ")
                + string.Create(culture, $"{open.Count}{(moreOpen ? "+" : "")} open"),
            Body = body,
        };
    }

    /// <summary>One proposal with where it comes from and what was decided.</summary>
    public static Row Row(InstrumentProposal one, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var decided = one.State == ProposalState.Open ? "" : $" · {EvaluationWords.Name(one.State).In(culture)}{(one.Reason is { } reason ? $": {reason}" : "")}{(one.DecidedBy is { } by ? $" ({by.Name})" : "")}";
        return new Row(
            string.Create(culture, $"{one.Id}. {one.Text}"),
            $"{one.Number} · {one.By.Name}{decided}",
            Sayings.Button(one.State == ProposalState.Open ? en ? "Decide" : "Besluit" : en ? "Decide anew" : "Besluit opnieuw", string.Create(CultureInfo.InvariantCulture, $"{(en ? "decide proposal" : "besluit voorstel")} {one.Id}")));
    }
}
