using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>A meeting that runs, or was closed, on one card: which round it is, until when, what lies there, what was agreed.</summary>
/// <param name="register">The roles of the team, with what was agreed so far.</param>
public sealed class MeetingCard(MeetingView view, WorkingMethod method, ImmutableDictionary<RoleId, Role> register, CultureInfo culture)
{
    /// <summary>Asks for the view of the one who presses, and for nobody else.</summary>
    public const string ViewVerb = "meeting.view";

    /// <summary>In a press that moves the meeting on: where it was when the card showed it.</summary>
    public const string At = "at";

    private const int MostNames = 12;

    private readonly bool en = culture.IsEnglish();

    private RoleMeeting Meeting => view.Meeting;

    public static string Title(Team team, CultureInfo culture) => culture.IsEnglish() ? $"Role meeting {team.Name.En}" : $"Roloverleg {team.Name.Nl}";

    /// <summary>Where a meeting is: which round of which item, once more where it comes back there.</summary>
    public static string Moment(RoleMeeting meeting) => $"{meeting.Id}@{meeting.AtHand?.Tension}/{meeting.Round}/{(meeting.RoundSince is { } since ? Kinds.Sortable(since) : "")}";

    /// <summary>As everyone may see it; who leads and who records get their own view of it.</summary>
    public Card ForChannel(IEnumerable<string> leaders)
    {
        var people = leaders.Distinct().Take(60).ToList();
        return Running(For(null)) with
        {
            Personal = people.Count == 0 || Meeting.State == MeetingState.Closed ? null : new PersonalView(people, new Press(ViewVerb, ("team", view.Team.Id))),
        };
    }

    /// <summary>With the buttons that this reader may press.</summary>
    public Card For(PersonId reader) => Running(For((PersonId?)reader));

    /// <summary>What was agreed, for everybody, after closing.</summary>
    public Card Minutes()
    {
        List<Element> body = [];
        var present = Meeting.Present.Select(one => one.Name).Take(MostNames).ToList();
        body.Add(new Facts(
        [
            new Fact(en ? "Led by" : "Geleid door", Meeting.Facilitator?.Name ?? "–"),
            new Fact(en ? "Recorded by" : "Vastgelegd door", Meeting.Recorder?.Name ?? "–"),
            .. present.Count > 0 ? [new Fact(en ? "Present" : "Aanwezig", string.Join(", ", present))] : Array.Empty<Fact>(),
        ]));
        if (Meeting.Points.Length > 0)
        {
            body.Add(new Section(method.Meetings.Round(MeetingRounds.Administrative)!.Name.In(culture), [new Bullets(Meeting.Points)]));
        }

        foreach (var item in Meeting.Items.Where(item => item.State == ItemState.Done))
        {
            body.Add(new Section($"{item.Tension}. {Shorter.Than(90, item.Text)} ({item.By.Name})", [new Bullets(Lines(item, numbered: false))]));
        }

        var left = Meeting.Items.Where(item => item.State == ItemState.CarriedOver).ToList();
        if (left.Count > 0)
        {
            body.Add(new Section(en ? "Left for the next meeting" : "Doorgeschoven naar het volgende overleg", [new Bullets([.. left.Select(item => $"{item.Tension}. {Shorter.Than(90, item.Text)}")])]));
        }

        if (Meeting.Items.All(item => item.State != ItemState.Done))
        {
            body.Add(new Text(en ? "Nothing was agreed." : "Er is niets afgesproken."));
        }

        return new Card((en ? "Minutes: " : "Notulen: ") + Title(view.Team, culture))
        {
            Status = $"{Local(Meeting.StartedAt ?? Meeting.StartsAt, "ddd d MMMM yyyy HH:mm")} – {(Meeting.ClosedAt is { } closed ? Local(closed, "HH:mm") : "…")}",
            Body = body,
            Buttons =
            [
                Sayings.Button(en ? "Roles of the team" : "Rollen van het team", $"{(en ? "roles" : "rollen")} {view.Team.Id}"),
                Sayings.Button("PDF", $"{(en ? "export minutes" : "exporteer notulen")} {view.Team.Id} {(en ? "as" : "als")} pdf"),
                Sayings.Button(en ? "Next agenda" : "Volgende agenda", $"{(en ? "role meeting" : "roloverleg")} {view.Team.Id}"),
            ],
        };
    }

    private Card Running(IReadOnlyList<Button> buttons)
    {
        if (Meeting.State == MeetingState.Closed)
        {
            return Minutes();
        }

        var round = method.Meetings.Round(Meeting.Round)!;
        var until = (Meeting.RoundSince ?? Meeting.StartsAt).AddMinutes(round.Minutes);
        List<Element> body = [];
        if (Meeting.AtHand is { } item)
        {
            var nth = Meeting.Items.IndexOf(item) + 1;
            body.Add(new Text($"{nth}/{Meeting.Items.Length} · {(en ? "tension" : "spanning")} {item.Tension}: {item.Text}", Tone.Strong));
            body.Add(new Text($"{(en ? "Raised by" : "Ingebracht door")} {item.By.Name}", Tone.Subtle));
        }

        body.Add(new Text(round.Lead.In(culture)));
        body.AddRange(Meeting.Round switch
        {
            MeetingRounds.CheckIn or MeetingRounds.Closing => [],
            MeetingRounds.Administrative => Meeting.Points.Length == 0 ? [] : [new Bullets(Meeting.Points)],
            MeetingRounds.Agenda => Agenda(),
            _ => AtHand(),
        });
        if (Meeting.Round == MeetingRounds.Closing)
        {
            body.AddRange(Agreed());
        }

        body.Add(new Text(
            $"{(en ? "Leads" : "Leidt")}: {Meeting.Facilitator?.Name} · {(en ? "records" : "legt vast")}: {(Meeting.Secretary ?? Meeting.Facilitator)?.Name}", Tone.Subtle));
        return new Card(Title(view.Team, culture))
        {
            Status = $"{round.Name.In(culture)} · {(en ? "until" : "tot")} {Local(until, "HH:mm")} ({round.Minutes} min)",
            Body = body,
            Buttons = buttons,
        };
    }

    private IEnumerable<Element> Agenda() => Meeting.Items.Length == 0
        ? [new Text(en ? "There are no tensions yet." : "Er zijn nog geen spanningen.")]
        : [new Bullets([.. Meeting.Items.Select(item => $"{item.Tension}. {Shorter.Than(100, item.Text)} ({item.By.Name})")])];

    private IEnumerable<Element> AtHand()
    {
        if (Meeting.AtHand is not { } item)
        {
            yield break;
        }

        if (item.Proposal is { } proposal)
        {
            yield return new Section(en ? "Proposal" : "Voorstel", [new Text(proposal)]);
        }

        if (Meeting.Round == MeetingRounds.Objections)
        {
            yield return new Section(en ? "An objection stands when each is answered with yes" : "Een bezwaar geldt als alles met ja beantwoord is", [new Bullets([.. method.Meetings.Tests.Select(test => test.Name.In(culture))])]);
        }

        if (item.Objections.Length > 0)
        {
            yield return new Section(en ? "Objections" : "Bezwaren", [new Bullets([.. item.Objections.Select(Line)])]);
        }

        if (item.Outcomes.Length > 0)
        {
            yield return new Section(en ? "Recorded" : "Vastgelegd", [new Bullets(Lines(item, numbered: true))]);
        }
    }

    private IEnumerable<Element> Agreed()
    {
        var lines = Meeting.Items.Where(item => item.State == ItemState.Done).SelectMany(item => Lines(item, numbered: false)).ToList();
        yield return new Section(en ? "Applies once the meeting is closed" : "Geldt zodra het overleg gesloten is", [lines.Count > 0 ? new Bullets(lines) : new Text(en ? "Nothing was agreed." : "Er is niets afgesproken.")]);
    }

    private List<string> Lines(MeetingItem item, bool numbered) =>
        [.. item.Outcomes.Select((outcome, index) =>
            $"{(numbered ? $"{index + 1}. " : "")}{OutcomeWords.Of(outcome, outcome.Role is { } id ? register.GetValueOrDefault(id) : null, method).In(culture)}")];

    private string Line(Objection objection)
    {
        var state = objection switch
        {
            { Integrated: true } => en ? "integrated" : "opgelost",
            { Stands: true } => en ? "stands" : "geldt",
            _ => en ? "does not stand" : "geldt niet",
        };
        return $"{objection.By.Name}: {objection.Text} ({state})";
    }

    private List<Button> For(PersonId? reader)
    {
        var team = view.Team.Id;
        List<Button> buttons = [];
        if (reader is { } person && Meeting.Facilitator?.Id == person)
        {
            buttons.Add(Meeting.Round == MeetingRounds.Closing
                ? Moving(en ? "Close the meeting" : "Sluit het overleg", CloseMeeting.ButtonVerb, $"{(en ? "close role meeting" : "sluit roloverleg")} {team}", ButtonTone.Main)
                : Moving(en ? "Go on" : "Volgende stap", GoOnMeeting.ButtonVerb, $"{(en ? "next step" : "volgende stap")}: {team}", ButtonTone.Main));
        }

        if (Meeting.AtHand is not null && reader is { } recorder && Meeting.Records(recorder))
        {
            buttons.Add(Sayings.Button(en ? "Record" : "Leg vast", $"{(en ? "record outcome" : "leg vast")}: {team}"));
        }

        if (Meeting.Round == MeetingRounds.Objections)
        {
            buttons.Add(Sayings.Button(en ? "Objection" : "Bezwaar", en ? "objection" : "bezwaar"));
        }

        if (Meeting.AtHand is not null && reader is { } leader && Meeting.Facilitator?.Id == leader)
        {
            buttons.Add(Moving(en ? "Carry over" : "Schuif door", CarryOverItem.ButtonVerb, $"{(en ? "carry over" : "schuif door")}: {team}", ButtonTone.Normal));
        }

        if (reader is not { } me || Meeting.Facilitator?.Id != me)
        {
            buttons.Add(Sayings.Button(en ? "See the meeting" : "Bekijk het overleg", $"{(en ? "role meeting" : "roloverleg")} {team}"));
            buttons.Add(Sayings.Button(en ? "Take over leading" : "Neem over", $"{(en ? "take over role meeting" : "neem roloverleg over")} {team}"));
        }

        return buttons;
    }

    /// <summary>A button that moves the meeting on from where this card shows it, and from nowhere else.</summary>
    private Button Moving(string label, string verb, string say, ButtonTone tone) =>
        new(label, new Press(verb, ("team", view.Team.Id), (At, Moment(Meeting))), say, tone);

    private string Local(DateTimeOffset at, string format) => TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString(format, culture);
}
