using System.Text.RegularExpressions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Scheduling;

/// <summary><c>verplaats overleg realisatie naar 26 november 14:00</c>, and the other ways to change a team's meetings.</summary>
public sealed partial class ChangeMeetingsFlow(FormConversation forms, MeetingCalendar calendar, Standings standings) : IFlow
{
    public string Id => "meeting-change";

    public Sentence Sentence { get; } = new(
        ["wijzig overleg"], ["change meeting"], new Phrase("een roloverleg verplaatsen, overslaan of toevoegen", "move, skip or add a role meeting"), new Phrase("team", "team"));

    public ValueTask Run(Turn turn, string rest) => Open(turn, null, rest);

    /// <param name="what">Of <see cref="ChangeMeetingsForm"/>, where the sentence said it.</param>
    public async ValueTask Open(Turn turn, string? what, string rest)
    {
        var form = new ChangeMeetingsForm(turn.Method, null, turn.Today);
        var heard = Heard().Match(DayAlone(turn, rest.Trim()));
        var team = heard.Groups["team"].Value.Trim() is { Length: > 0 } named ? Teams.Named(turn.Method, named, turn.Method.Teams)?.Id
            : await BoundTo(turn) ?? calendar.Owner;
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        void Say(string key, string? text)
        {
            if (text is { Length: > 0 })
            {
                said[key] = text;
            }
        }

        Say(form.What.Key, what);
        Say(form.Team.Key, team ?? heard.Groups["team"].Value.Trim());
        Say("day", heard.Groups["day"].Value.Trim());
        Say("time", heard.Groups["time"].Value);
        if (team is null || await Refusals.Allows(turn, Deed.ChangeMeetings, await standings.InTeam(turn, team), team))
        {
            var timetable = team is null ? null : await calendar.Of(turn.Workspace, team, turn.Cancel);
            if (team is not null && timetable is null && what is ChangeMeetingsForm.Move or ChangeMeetingsForm.PassOver or ChangeMeetingsForm.End)
            {
                turn.Replace(ShowMeetings.Card(turn, team, null, mayChange: true));
                return;
            }

            await forms.Open(turn, this, what ?? "", Answers.None.With(form.Team.Key, team ?? calendar.Owner), said);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => new ChangeMeetingsForm(
        turn.Method,
        draft.Answers["team"] is { } team && turn.Method.Team(team) is not null ? await calendar.Of(turn.Workspace, team, turn.Cancel) : null,
        turn.Today,
        draft.Answers["team"] is { } whose ? (await turn.Load(Kinds.MeetingRhythms, whose))?.Document : null);

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var wish = ((ChangeMeetingsForm)form).Finish(draft.Answers)!;
        if (!await Refusals.Allows(turn, Deed.ChangeMeetings, await standings.InTeam(turn, wish.Team), wish.Team))
        {
            return false;
        }

        var stored = await turn.Load(Kinds.MeetingRhythms, wish.Team);
        var before = await calendar.Of(turn.Workspace, wish.Team, turn.Cancel);
        if (wish is { Day: { } day, Time: { } time, What: not ChangeMeetingsForm.Rhythm } && LocalTime.At(day, time, Clock.Amsterdam) <= turn.Now)
        {
            turn.Say($"Vandaag is het al later dan {time:HH:mm}. Kies een latere tijd of een andere dag.", $"Today it is past {time:HH:mm} already. Choose a later time or another day.");
            return false;
        }

        if (before is null && wish.What is ChangeMeetingsForm.Move or ChangeMeetingsForm.PassOver or ChangeMeetingsForm.End)
        {
            turn.Say("Dit team heeft nog geen reeks. Stel eerst een ritme in met \"overlegritme\".", "This team has no series yet. Set a rhythm first with \"meeting rhythm\".");
            return false;
        }

        var after = Changed(stored?.Document ?? new MeetingRhythm { Team = wish.Team }, wish, turn);
        turn.Changes.Put(Kinds.MeetingRhythms, after, stored?.Version ?? 0);
        var words = Told(wish, before);
        turn.Record(History.MeetingsChanged, null, wish.Team, words: words);
        var settings = before ?? await calendar.OfOwner(turn.Workspace, turn.Cancel);
        var timetable = settings.With(after, calendar.Owner);
        await turn.Tell(wish.Team, "meeting-changed", $"meeting/{wish.Team}/{Kinds.Sortable(turn.Now)}", culture =>
            ShowMeetings.Card(turn, wish.Team, timetable, mayChange: false) with { Title = Capital(words.In(culture), culture) });
        turn.Say($"Vastgelegd: {words.Nl}.", $"Recorded: {words.En}.");
        turn.Replace(ShowMeetings.Card(turn, wish.Team, timetable, mayChange: true));
        return true;
    }

    private static MeetingRhythm Changed(MeetingRhythm rhythm, ChangeMeetingsForm.Wish wish, Turn turn) => wish.What switch
    {
        ChangeMeetingsForm.Move => rhythm.With(new MeetingChange(wish.Planned!.Value, wish.Day, wish.Time, Was(rhythm, wish.Planned.Value), turn.Speaker, turn.Now)),
        ChangeMeetingsForm.PassOver => rhythm.With(new MeetingChange(wish.Planned!.Value, null, null, Was(rhythm, wish.Planned.Value), turn.Speaker, turn.Now)),
        ChangeMeetingsForm.Extra => rhythm.With(new MeetingChange(wish.Day!.Value, wish.Day, wish.Time, Extra: true, turn.Speaker, turn.Now)),
        ChangeMeetingsForm.End => rhythm with { LastDay = wish.Day },
        _ => rhythm with
        {
            Weekday = wish.Day!.Value.DayOfWeek,
            Time = wish.Time,
            Weeks = wish.Weeks == "second" ? wish.Day.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : wish.Weeks,
            LastDay = null,
            Since = turn.Now,
        },
    };

    /// <summary>An extra meeting that is moved stays an extra one.</summary>
    private static bool Was(MeetingRhythm rhythm, DateOnly planned) => rhythm.Changes.Any(change => change.Planned == planned && change.Extra);

    private static Phrase Told(ChangeMeetingsForm.Wish wish, Timetable? before)
    {
        string Day(DateOnly? day, System.Globalization.CultureInfo culture) => day is { } known ? MeetingWords.Day(known, culture) : "";
        string Now(System.Globalization.CultureInfo culture) => $"{Day(wish.Day, culture)} {wish.Time:HH:mm}";
        return wish.What switch
        {
            ChangeMeetingsForm.Move => new(
                $"het roloverleg van {Day(wish.Planned, Cultures.Dutch)} is verplaatst naar {Now(Cultures.Dutch)}",
                $"the role meeting of {Day(wish.Planned, Cultures.English)} was moved to {Now(Cultures.English)}"),
            ChangeMeetingsForm.PassOver => new(
                $"het roloverleg van {Day(wish.Planned, Cultures.Dutch)} gaat niet door", $"the role meeting of {Day(wish.Planned, Cultures.English)} is skipped"),
            ChangeMeetingsForm.Extra => new($"een extra roloverleg op {Now(Cultures.Dutch)}", $"an extra role meeting on {Now(Cultures.English)}"),
            ChangeMeetingsForm.End => new($"het laatste roloverleg is uiterlijk {Day(wish.Day, Cultures.Dutch)}", $"the last role meeting is on {Day(wish.Day, Cultures.English)} at the latest"),
            _ => new(
                $"het roloverleg {(before is null ? "begint" : "verandert")}: vanaf {Now(Cultures.Dutch)}", $"the role meeting {(before is null ? "begins" : "changes")}: from {Now(Cultures.English)}"),
        };
    }

    private static string Capital(string text, System.Globalization.CultureInfo culture) => char.ToUpper(text[0], culture) + text[1..];

    /// <summary>"extra overleg morgen 10:00": a day without a word before it, which else would be the name of a team.</summary>
    private static string DayAlone(Turn turn, string rest) =>
        Moment().Match(rest) is { Success: true } moment
        && new DateQuestion("day", Phrase.Same(""), turn.Today) { Name = Phrase.Same("") }.Hear(moment.Groups["day"].Value, turn.Culture).Understood ? $"op {rest}" : rest;

    /// <summary>In a channel it is about the channel's team.</summary>
    private static async ValueTask<string?> BoundTo(Turn turn) =>
        turn.Arrival.Place.Kind == PlaceKind.Channel ? (await turn.Load(Kinds.Channels, turn.Arrival.Place.Id))?.Document.Team : null;

    [GeneratedRegex(@"^(?<team>.*?)(?:\s*\b(?:naar|to|op|on|vanaf|from)\s+(?<day>.+?)(?:\s+(?:om\s+|at\s+)?(?<time>\d{1,2}[:.]\d{2}))?)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Heard();

    [GeneratedRegex(@"^(?<day>.+?)(?:\s+(?:om\s+|at\s+)?\d{1,2}[:.]\d{2})?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Moment();
}
