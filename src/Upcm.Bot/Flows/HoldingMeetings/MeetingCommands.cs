using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary><c>roloverleg</c>: where the meeting is: its agenda, the round it is in, or its minutes.</summary>
public sealed class ShowMeeting(MeetingMoves moves, MeetingNews news) : ICommand, IButton
{
    public string Verb => MeetingCard.ViewVerb;

    public Sentence Sentence { get; } = new(
        ["roloverleg", "agenda roloverleg"], ["role meeting", "agenda role meeting"],
        new Phrase("de agenda van een roloverleg, of waar het nu is: roloverleg {meeting-team}", "the agenda of a role meeting, or where it is now: role meeting {meeting-team}"),
        new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await moves.Meant(turn, rest) is { } view)
        {
            await moves.Show(turn, view);
        }
    }

    /// <summary>The view that a channel's card fetches for those who lead: the same card, with their buttons.</summary>
    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        var team = pressed.Press.Data.GetValueOrDefault("team") ?? "";
        if (pressed.Press.Data.GetValueOrDefault("occasion") is { } occasion && await news.AgendaFor(turn, team, occasion) is { } card)
        {
            turn.Replace(card);
            return;
        }

        await Run(turn, team);
    }
}

/// <summary><c>notulen realisatie</c></summary>
public sealed class ShowMinutes(MeetingMoves moves) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["notulen"], ["minutes"],
        new Phrase("wat het laatste roloverleg afsprak: notulen {meeting-team}", "what the last role meeting agreed on: minutes {meeting-team}"),
        new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Meetings.Meant(turn, rest) is not { } team)
        {
            return;
        }

        if (await Meetings.Last(turn.Reader, team.Id) is { } last)
        {
            turn.Replace(await moves.CardOf(turn, new MeetingView(last, 1, team, null)));
        }
        else
        {
            turn.Say($"{Capital.Of(team.The.Nl)} heeft nog geen roloverleg gehad met mij erbij.", $"{Capital.Of(team.The.En)} has not had a role meeting with me yet.");
        }
    }
}

/// <summary><c>ik kom</c></summary>
public sealed class SayToCome(MeetingMoves moves) : ICommand, IButton
{
    public const string ButtonVerb = "meeting.come";

    public string Verb => ButtonVerb;

    public Sentence Sentence { get; } = new(["ik kom"], ["i am coming", "i come"], new Phrase("zeggen dat je naar het roloverleg komt", "say that you come to the role meeting"));

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, rest, view => new(MeetingLaws.Say(view.Meeting, turn.Speaker, comes: true)));

    public ValueTask Press(Turn turn, Pressed pressed) => Run(turn, pressed.Press.Data.GetValueOrDefault("team") ?? "");
}

/// <summary><c>ik kom niet</c></summary>
public sealed class SayNotToCome(MeetingMoves moves) : ICommand, IButton
{
    public const string ButtonVerb = "meeting.stay-away";

    public string Verb => ButtonVerb;

    public Sentence Sentence { get; } = new(["ik kom niet"], ["i cannot come", "i am not coming"], new Phrase("je afmelden voor het roloverleg", "say that you cannot come to the role meeting"));

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, rest, view => new(MeetingLaws.Say(view.Meeting, turn.Speaker, comes: false)));

    public ValueTask Press(Turn turn, Pressed pressed) => Run(turn, pressed.Press.Data.GetValueOrDefault("team") ?? "");
}

/// <summary><c>start roloverleg</c></summary>
public sealed class StartMeeting(MeetingMoves moves, MeetingNews news, Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["start roloverleg", "begin roloverleg"], ["start role meeting", "begin role meeting"],
        new Phrase("het roloverleg beginnen en leiden", "begin the role meeting and lead it"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await moves.Meant(turn, rest) is not { } view || !await Refusals.Allows(turn, Deed.LeadRoleMeeting, await standings.InTeam(turn, view.Team.Id), view.Team.Id))
        {
            return;
        }

        var tensions = (await turn.Find(Kinds.Tensions, $"table={view.Team.Id}/{Tables.RoleMeeting}|", AgendaCard.MostItems)).Select(found => found.Document);
        var items = tensions.Select(tension => new MeetingItem { Tension = tension.Id, Text = tension.Text, By = tension.By, Proposal = tension.Proposal });
        var secretary = (await OfficeHolders.Of(turn, view.Team.Id, Offices.Secretary)).FirstOrDefault(one => view.Meeting.Attendance.All(said => said.Comes || said.Person.Id != one.Id));
        switch (MeetingLaws.Start(view.Meeting, turn.Speaker, items, turn.Now))
        {
            case Accepted<MeetingFact> { Value: var fact }:
                var started = view.Meeting.After(fact).After(new SaidToCome(turn.Speaker, Comes: true));
                started = secretary is null ? started : started.After(new SecretaryNamed(secretary));
                turn.Changes.Put(Kinds.Meetings, started, view.Version);
                turn.Record(History.MeetingStarted, null, view.Team.Id, subject: MeetingMoves.SubjectOf(started));
                await news.Started(turn, view with { Meeting = started });
                await moves.Show(turn, view with { Meeting = started });
                break;
            case Refused<MeetingFact> refused:
                MeetingRefusals.Say(turn, refused.Reasons);
                break;
        }
    }
}

/// <summary><c>neem roloverleg over</c>: where the facilitator dropped out. Everybody sees it.</summary>
public sealed class TakeOverMeeting(MeetingMoves moves, Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["neem roloverleg over", "roloverleg overnemen"], ["take over role meeting"],
        new Phrase("het leiden van een roloverleg overnemen", "take over leading a role meeting"), new Phrase("team", "team"));

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, rest, async view =>
    {
        // Who said to come may go on where the others dropped out: a meeting never waits for an office.
        var present = view.Meeting.Attendance.Any(one => one.Comes && one.Person.Id == turn.Person.Id);
        if (!present && !await Refusals.Allows(turn, Deed.LeadRoleMeeting, await standings.InTeam(turn, view.Team.Id), view.Team.Id))
        {
            return null;
        }

        var verdict = MeetingLaws.TakeOver(view.Meeting, turn.Speaker);
        if (verdict is Accepted<MeetingFact> { Value: FacilitatorChanged changed })
        {
            var words = new Phrase($"{changed.Facilitator.Name} leidt het overleg nu, in plaats van {changed.Before.Name}.", $"{changed.Facilitator.Name} leads the meeting now, instead of {changed.Before.Name}.");
            turn.Record(History.MeetingLed, null, view.Team.Id, words: words, subject: MeetingMoves.SubjectOf(view.Meeting));
            turn.Say(words.Nl, words.En);
            await turn.Tell(view.Team.Id, "role-meeting", $"role-meeting-led/{view.Meeting.Id}/{Kinds.Sortable(turn.Now)}", culture => new Card(words.In(culture)));
        }

        return verdict;
    });
}

/// <summary><c>ik leg vast</c>: the speaker records from now on.</summary>
public sealed class BecomeSecretary(MeetingMoves moves) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["ik leg vast", "ik notuleer"], ["i record", "i take minutes"], new Phrase("vastleggen wat het roloverleg afspreekt", "record what the role meeting agrees on"), new Phrase("team", "team"))
    { Colon = true };

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, rest, view => new(MeetingLaws.NameSecretary(view.Meeting, turn.Speaker)));
}

/// <summary><c>volgende stap</c></summary>
public sealed class GoOnMeeting(MeetingMoves moves) : ICommand, IButton
{
    public const string ButtonVerb = "meeting.go-on";

    public string Verb => ButtonVerb;

    public Sentence Sentence { get; } = new(
        ["volgende stap", "volgende ronde"], ["next step", "next round"], new Phrase("verder in het roloverleg dat je leidt", "go on in the role meeting you lead"), new Phrase("team", "team"))
    { Colon = true };

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, rest, view => new(MeetingLaws.GoOn(view.Meeting, turn.Speaker, turn.Now)));

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (!await moves.IsBehind(turn, pressed))
        {
            await Run(turn, pressed.Press.Data.GetValueOrDefault("team") ?? "");
        }
    }
}

/// <summary><c>schuif door</c></summary>
public sealed class CarryOverItem(MeetingMoves moves) : ICommand, IButton
{
    public const string ButtonVerb = "meeting.carry-over";

    public string Verb => ButtonVerb;

    public Sentence Sentence { get; } = new(
        ["schuif door", "doorschuiven"], ["carry over"], new Phrase("de spanning die aan de beurt is bewaren voor het volgende roloverleg", "leave the tension at hand for the next role meeting"), new Phrase("team", "team"))
    { Colon = true };

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, rest, view => new(MeetingLaws.CarryOver(view.Meeting, turn.Speaker, turn.Now)));

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (!await moves.IsBehind(turn, pressed))
        {
            await Run(turn, pressed.Press.Data.GetValueOrDefault("team") ?? "");
        }
    }
}

/// <summary><c>punt: Piet moet om elf uur weg</c></summary>
public sealed class NotePoint(MeetingMoves moves) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["punt"], ["point"], new Phrase("een praktisch punt noteren in het roloverleg: punt: Piet moet om elf uur weg", "note an administrative point in the role meeting: point: Piet leaves at eleven"), new Phrase("tekst", "text"))
    { Colon = true };

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, "", view => new(MeetingLaws.Note(view.Meeting, turn.Speaker, rest)));
}

/// <summary><c>haal punt weg 1</c></summary>
public sealed class TakeBackPoint(MeetingMoves moves) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["haal punt weg", "punt weghalen"], ["take back point"], new Phrase("een genoteerd punt weghalen: haal punt weg 1", "take back a point that was noted: take back point 1"), new Phrase("nummer", "number"));

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, "", view => new(MeetingLaws.TakeBackPoint(
        view.Meeting, turn.Speaker, int.TryParse(rest.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1)));
}

/// <summary><c>voorstel: een van ons vraagt de cijfers op</c></summary>
public sealed class PutProposal(MeetingMoves moves) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["voorstel"], ["proposal"],
        new Phrase("een voorstel doen of aanpassen in het roloverleg: voorstel: een van ons vraagt de cijfers op", "put or change a proposal in the role meeting: proposal: one of us asks for the figures"),
        new Phrase("tekst", "text"))
    { Colon = true };

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, "", view => new(MeetingLaws.Propose(view.Meeting, turn.Speaker, rest)));
}

/// <summary><c>haal afspraak weg 2</c></summary>
public sealed class TakeBackOutcome(MeetingMoves moves) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["haal afspraak weg", "afspraak weghalen"], ["take back outcome"], new Phrase("iets weghalen dat net werd vastgelegd: haal afspraak weg 2", "take back what was just recorded: take back outcome 2"), new Phrase("nummer", "number"));

    public ValueTask Run(Turn turn, string rest) => moves.Make(turn, "", view => new(MeetingLaws.TakeBack(
        view.Meeting, turn.Speaker, int.TryParse(rest.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1)));
}
