using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The gates that wait for the speaker's decision or advice, and the actions the speaker owes.</summary>
public sealed class GatePlate : IPlate
{
    public async ValueTask<IReadOnlyList<Element>> For(Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        List<Element> elements = [];
        var offices = (await turn.Find(Kinds.Appointments, $"person={turn.Person.Id}|", 100)).Select(hit => hit.Document).Where(one => one.Team is not null).ToList();
        foreach (var team in offices.Select(one => one.Team!).Distinct())
        {
            var standing = new Standing { InTeam = [.. offices.Where(one => one.Team == team).Select(one => one.Office)] };
            foreach (var review in (await turn.Find(Kinds.GateReviews, $"waits-for={team}|", 10)).Select(hit => hit.Document))
            {
                var gate = turn.Method.Gate(review.Gate)!;
                var decides = Rights.May(Rights.ToDecide(gate.DecidedBy), standing);
                var advises = Rights.May(Deed.AdviseGate, standing) && review.Advice.All(advice => advice.Person != turn.Person.Id);
                if (decides || advises)
                {
                    var title = (await turn.Load(Kinds.Initiatives, review.Number.ToString()))?.Document.Title;
                    elements.Add(new Row(
                        $"{review.Number} {title}",
                        decides ? en ? "waits for your decision" : "wacht op jouw besluit" : en ? "waits for your advice" : "wacht op jouw advies",
                        Sayings.Button(en ? "Gate" : "Fasepoort", $"{(en ? "gate" : "fasepoort")} {review.Number}")));
                }
            }
        }

        if (elements.Count > 0)
        {
            elements.Insert(0, new Text(en ? "Gates" : "Fasepoorten", Tone.Heading));
        }

        var actions = await turn.Find(Kinds.Actions, $"owner={turn.Person.Id}|", 10);
        if (actions.Count > 0)
        {
            elements.Add(new Text(en ? "Your actions" : "Jouw acties", Tone.Heading));
            elements.AddRange(actions.Select(hit => FinishAction.Row(turn, hit.Document)));
        }

        return elements;
    }
}
