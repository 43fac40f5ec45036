using System.Text.RegularExpressions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Appointing;

/// <summary><c>benoem Jan tot linking pin van realisatie</c></summary>
public sealed partial class AppointFlow(FormConversation forms, Standings standings) : IFlow
{
    public string Id => "appoint";

    public Sentence Sentence { get; } = new(
        ["benoem"], ["appoint"],
        new Phrase("iemand een rol geven: benoem Jan tot {linking-pin} van {team}", "give somebody a role: appoint Jan as {linking-pin} of {team}"),
        new Phrase("wie tot wat", "who as what"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Refusals.Allows(turn, Deed.AppointOffice, await standings.InTeam(turn, null), null))
        {
            // A whole sentence is never taken for the rest of one that was left: it has a draft of its own.
            await forms.Open(turn, this, rest.Length == 0 ? "" : Guid.NewGuid().ToString("N"), await Heard(turn, rest));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft)
    {
        var form = new AppointForm(turn.Method);
        return form.Finish(draft.Answers) is { } wish ? new AppointForm(turn.Method, (await turn.Load(Kinds.Appointments, Kinds.Appointments.Id(Of(turn, wish))))?.Document) : form;
    }

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (!await Refusals.Allows(turn, Deed.AppointOffice, await standings.InTeam(turn, null), null))
        {
            return false;
        }

        var wish = ((AppointForm)form).Finish(draft.Answers)!;
        var appointment = Of(turn, wish);
        var known = await turn.Load(Kinds.Appointments, Kinds.Appointments.Id(appointment));
        turn.Changes.Put(Kinds.Appointments, appointment, known?.Version ?? 0);
        turn.Record(History.OfficeAppointed, null, wish.Team, $"{wish.Office}|{wish.Person.Name}");
        turn.Replace(await OfficesCard.Of(turn, wish.Team, mayEnd: true, appointment));
        return true;
    }

    private static Appointment Of(Turn turn, AppointForm.Wish wish) => new()
    {
        Office = wish.Office,
        Team = wish.Team,
        Person = new Somebody(new PersonId(wish.Person.Id), wish.Person.Name),
        Acting = wish.Acting,
        By = turn.Speaker,
        At = turn.Now,
    };

    /// <summary>What a whole sentence said already, so that only the rest is asked.</summary>
    private static async ValueTask<Answers> Heard(Turn turn, string rest)
    {
        var answers = Answers.None;
        if (Whole().Match(rest) is not { Success: true } match)
        {
            return answers;
        }

        var mentions = turn.Arrival.What is Said said ? said.Mentions : [];
        var name = match.Groups["who"].Value.Trim();
        if (mentions.FirstOrDefault(mention => mention.Text == name)?.Person is { } mentioned)
        {
            answers = AppointForm.Who.Prefill(answers, [new Named(mentioned.Id.Value, mentioned.Name)]);
        }
        else if (await PeopleSearch.One(turn, name) is { } person)
        {
            answers = AppointForm.Who.Prefill(answers, [new Named(person.Id.Value, person.Name)]);
        }
        else
        {
            answers = answers.WithUnread(AppointForm.Who.Key, name);
        }

        var form = new AppointForm(turn.Method);
        foreach (var (question, text) in new[] { (form.Office, match.Groups["office"].Value), (form.Team, match.Groups["team"].Value) })
        {
            answers = text.Length == 0 ? answers
                : question.Hear(text, turn.Culture) is { Understood: true } reading ? answers.With(question.Key, reading.Value!)
                : answers.WithUnread(question.Key, text);
        }

        return answers;
    }

    [GeneratedRegex(@"^(?<who>.+?)\s+(?:tot|als|as|to)\s+(?<office>.+?)(?:\s+(?:van|of|bij)\s+(?<team>.+))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    internal static partial Regex Whole();
}
