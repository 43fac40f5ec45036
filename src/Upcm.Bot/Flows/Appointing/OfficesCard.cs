using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Appointing;

/// <summary>Who holds which office of a team, or of the workspace.</summary>
public static class OfficesCard
{
    public const string EndVerb = "office.end";

    /// <param name="team">Team id; null for the offices of the workspace.</param>
    /// <param name="mayEnd">True where the reader may end appointments.</param>
    /// <param name="added">Appointed in this very turn.</param>
    public static async ValueTask<Card> Of(Turn turn, string? team, bool mayEnd, Appointment? added = null, string? ended = null)
    {
        var en = turn.Culture.IsEnglish();
        var holders = (await turn.Find(Kinds.Appointments, $"team={team ?? "-"}|", 100))
            .Select(hit => hit.Document)
            .Where(one => Kinds.Appointments.Id(one) != ended && (added is null || Kinds.Appointments.Id(one) != Kinds.Appointments.Id(added)))
            .Concat(added is null ? [] : [added])
            .OrderBy(one => Offices.All.IndexOf(one.Office)).ThenBy(one => one.Person.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return new Card(team is null
            ? en ? "Who is who in the programme" : "Wie is wie in het programma"
            : en ? $"Who is who in {turn.Method.Team(team)?.The.En ?? team}" : $"Wie is wie in {turn.Method.Team(team)?.The.Nl ?? team}")
        {
            Status = added is null ? null : en ? $"Appointed: {added.Person.Name}" : $"Benoemd: {added.Person.Name}",
            Body = holders.Count == 0
                ? [new Text(en ? "Nobody has been appointed yet." : "Er is nog niemand benoemd.")]
                : [.. holders.Select(one => new Row(
                    one.Person.Name,
                    $"{Refusals.OfficeName(turn.Method, one.Office).In(turn.Culture)}{(one.Acting ? en ? " (acting)" : " (waarnemend)" : "")}",
                    mayEnd ? new Button(en ? "End" : "Beëindig", new Press(EndVerb, ("appointment", Kinds.Appointments.Id(one))), EndOffice.Words(one, turn.Method, turn.Culture)) : null))],
            Buttons = mayEnd ? [Sayings.Button(en ? "Appoint somebody" : "Benoem iemand", en ? "appoint" : "benoem")] : [],
        };
    }
}
