using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ChangingCourse;

/// <summary>Who hears that an initiative was held, stopped or taken up again: its leader, who registered it, the linking pin and the channel.</summary>
public static class CourseNews
{
    public static async ValueTask Tell(Turn turn, Initiative initiative)
    {
        var occasion = $"course/{initiative.Number}/{Kinds.Sortable(turn.Now)}/{initiative.Status}";
        List<PersonId> hearing =
        [
            initiative.RegisteredBy.Id,
            .. initiative.Leader is { } leader ? [leader.Id] : Array.Empty<PersonId>(),
            .. (await OfficeHolders.Of(turn, initiative.Team, Offices.LinkingPin)).Select(person => person.Id),
        ];
        foreach (var id in hearing.Distinct().Where(id => id != turn.Person.Id))
        {
            if (await turn.Load(Kinds.People, id.Value) is { Document: { } person })
            {
                turn.Write(person, "course-changed", occasion, Card(turn, initiative, Cultures.Of(person.Language)));
            }
        }

        await turn.Tell(initiative.Team, "course-changed", occasion, culture => Card(turn, initiative, culture));
    }

    internal static Card Card(Turn turn, Initiative initiative, System.Globalization.CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var what = initiative.Status switch
        {
            InitiativeStatus.OnHold => en ? "Put on hold" : "In de wacht gezet",
            InitiativeStatus.Stopped => en ? "Stopped" : "Gestopt",
            _ => en ? "Taken up again" : "Hervat",
        };
        return new Card($"{initiative.Number} {initiative.Title}")
        {
            Status = $"{what} · {turn.Person.Name}",
            Body = [.. initiative.StatusReason is { } reason ? [new Text(reason)] : Array.Empty<Element>(), new Text(InitiativeCard.StatusOf(initiative, turn.Method, culture), Tone.Subtle)],
            Buttons = [Sayings.Button(en ? "Show the initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {initiative.Number}")],
        };
    }
}
