using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Learning;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>Registers an initiative: gives it a number, writes it down, and tells the team's channels.</summary>
public sealed class RegisterInitiativeFlow(FormConversation forms) : IFlow
{
    public string Id => "register";

    public Sentence Sentence { get; } = new(
        ["meld initiatief", "initiatief aanmelden", "aanmelden", "nieuw initiatief", "registreer"],
        ["register initiative", "register", "new initiative"],
        new Phrase("een initiatief aanmelden", "register an initiative"));

    public ValueTask Run(Turn turn, string rest) => forms.Open(turn, this, "");

    public ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        ValueTask.FromResult<Form?>(new RegisterInitiativeForm(turn.Method, turn.Today, []));

    /// <summary>Look-alikes and what was learned in them.</summary>
    public async ValueTask<Form> ForReview(Turn turn, Draft draft, Form form) =>
        ((RegisterInitiativeForm)form).Finish(draft.Answers) is { } told
            ? new RegisterInitiativeForm(turn.Method, turn.Today, await LookAlikes.Of(turn, told.Title), await Lessons.Alike(turn, told.Title, told.ProductGroups, told.Strategies))
            : form;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var command = ((RegisterInitiativeForm)form).Finish(draft.Answers)!;
        var year = turn.Today.Year % 100;
        var sequence = await turn.Next(NumberSeries.Initiatives(year));
        var initiative = command.As(new InitiativeNumber(year, (int)sequence), turn.Method, turn.Speaker, turn.Now);
        turn.Changes.InsertDrawn(Kinds.Initiatives, initiative);
        turn.Record(History.InitiativeRegistered, initiative.Number, initiative.Team, initiative.Title);
        var lessons = await Lessons.Alike(turn, initiative.Title, initiative.ProductGroups, initiative.Strategies);
        Card CardOf(CultureInfo culture) => InitiativeCard.Registered(initiative, turn.Method, culture, [.. lessons.Select(lesson => Lessons.Line(lesson))]);
        await turn.Tell(initiative.Team, "initiative-registered", $"registered/{initiative.Number}", CardOf);
        foreach (var lead in (await OfficeHolders.Reachable(turn, initiative.Team, Offices.TeamLead)).Where(lead => lead.Id != turn.Person.Id))
        {
            turn.Write(lead, "initiative-registered", $"registered/{initiative.Number}", CardOf(Cultures.Of(lead.Language)));
        }

        turn.Replace(CardOf(turn.Culture));
        return true;
    }
}
