using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary><c>vergeet mij</c></summary>
public sealed class ForgetMeFlow(FormConversation forms, Forgetting forgetting) : IFlow
{
    public string Id => "forget-me";

    public Sentence Sentence { get; } = new(
        ["vergeet mij", "vergeet me", "wis mijn gegevens"], ["forget me", "erase my data"],
        new Phrase("alles wat ik van je weet laten wissen", "have everything I know about you erased"));

    public ValueTask Run(Turn turn, string rest) => forms.Open(turn, this, "");

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => new ForgetForm(turn.Speaker, await Forgetting.Remarks(turn, turn.Person.Id));

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        await forgetting.Ask(turn, turn.Speaker);
        return true;
    }
}

/// <summary><c>vergeet persoon Piet</c>: an administrator erases somebody who left.</summary>
public sealed class ForgetPersonFlow(FormConversation forms, Forgetting forgetting, Standings standings) : IFlow
{
    public string Id => "forget-person";

    public Sentence Sentence { get; } = new(
        ["vergeet persoon", "wis gegevens van"], ["forget person", "erase data of"],
        new Phrase("iemand die weg is laten wissen, voor de beheerder", "have somebody who left erased, for the administrator"), new Phrase("naam", "name"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await May(turn))
        {
            var who = await PeopleSearch.One(turn, rest);
            await forms.Open(
                turn, this, "",
                who is null ? null : ForgetForm.Who.Prefill(Answers.None, [new Named(who.Id.Value, who.Name)]),
                who is null && rest.Trim().Length > 0 ? new Dictionary<string, string> { [ForgetForm.Who.Key] = rest } : null);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        new ForgetForm(null, ForgetForm.Who.IsAnswered(draft.Answers) ? await Forgetting.Remarks(turn, new PersonId(ForgetForm.Who.From(draft.Answers)[0].Id)) : []);

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (!await May(turn))
        {
            return false;
        }

        await forgetting.Ask(turn, ((ForgetForm)form).Finish(draft.Answers)!.Person);
        return true;
    }

    private async ValueTask<bool> May(Turn turn) => await Refusals.Allows(turn, Deed.HandlePersonalData, await standings.InTeam(turn, null), null);
}

/// <summary>Has somebody erased.</summary>
public sealed class Forgetting(Pseudonyms pseudonyms)
{
    private const int Counted = 100;

    /// <summary>What the person leaves behind, and what must stay as it is.</summary>
    public static async ValueTask<IReadOnlyList<Phrase>> Remarks(Turn turn, PersonId person)
    {
        List<Phrase> remarks = [];
        var actions = await turn.Find(Kinds.Actions, $"owner={person}|", Counted);
        var leads = await turn.Find(Kinds.Initiatives, $"leader={person}|", Counted);
        if (actions.Count > 0)
        {
            remarks.Add(new(
                $"Open acties zonder eigenaar: {Many(actions.Count)}. Draag ze eerst over als dat kan.", $"Open actions without an owner: {Many(actions.Count)}. Hand them over first where you can."));
        }

        if (leads.Count > 0)
        {
            var numbers = string.Join(", ", leads.Take(5).Select(found => found.Document.Number));
            remarks.Add(new($"Zonder projectleider: {numbers}.", $"Without a project leader: {numbers}."));
        }

        var holds = await turn.Find(Kinds.LegalHolds, LegalHold.Held, Counted);
        if (holds.Count > 0)
        {
            var numbers = string.Join(", ", holds.Take(5).Select(found => found.Document.Number));
            remarks.Add(new(
                $"Wat blijft: besluiten en stukken van {numbers}{(holds.Count > 5 ? " en meer" : "")} vallen onder een bewaarplicht. Daarin blijft de naam staan tot die plicht is opgeheven.",
                $"What stays: decisions and documents of {numbers}{(holds.Count > 5 ? " and more" : "")} are under a legal hold. The name stays in them until that hold is lifted."));
        }

        return remarks;
    }

    public async ValueTask Ask(Turn turn, Somebody person)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(person);
        var themselves = person.Id == turn.Person.Id;
        var erasure = new Erasure(pseudonyms.Of(turn.Workspace), pseudonyms.Of(turn.Workspace, person.Id), turn.Now);
        if (await turn.Load(Kinds.ErasuresWanted, erasure.Id) is null)
        {
            turn.Changes.Insert(Kinds.ErasuresWanted, new ErasureWanted(erasure.Id, person.Id, turn.Now, themselves));
            turn.Record(History.ErasureAsked, null, null, Redaction.IdOf(erasure.Person).Value);
        }

        var en = turn.Culture.IsEnglish();
        turn.Replace(new Card((themselves, en) switch
        {
            (true, false) => "Ik vergeet je",
            (true, true) => "I am forgetting you",
            (false, false) => $"Ik vergeet {person.Name}",
            (false, true) => $"I am forgetting {person.Name}",
        })
        {
            Body =
            [
                new Text(en ? "Within a few minutes it is done. In the history this stands from then on:" : "Binnen een paar minuten is het gebeurd. In de geschiedenis staat voortaan:"),
                new Facts([new Fact(en ? "Pseudonym" : "Schuilnaam", Redaction.NameOf(erasure.Person)), new Fact(en ? "Proof" : "Bewijs", erasure.Id)]),
                new Text(
                    themselves
                        ? en ? "Keep the number of the proof if you want to ask about it later. What was said in Teams itself stays in Teams. Whoever writes to me again is new to me." : "Bewaar het nummer van het bewijs als je er later naar wilt vragen. Wat in Teams zelf staat, blijft in Teams. Wie me weer schrijft, is nieuw voor mij."
                        : en ? "Keep the number of the proof with the request. What was said in Teams itself stays in Teams." : "Bewaar het nummer van het bewijs bij het verzoek. Wat in Teams zelf staat, blijft in Teams.",
                    Tone.Subtle),
            ],
        });
    }

    private static string Many(int count) => count == Counted ? $"{Counted}+" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
