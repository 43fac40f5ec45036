using System.Globalization;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary>What is kept, in words.</summary>
public static class PersonalDataWords
{
    private static readonly Dictionary<string, Phrase> Sorts = new(StringComparer.Ordinal)
    {
        ["people"] = new("Wie je bent en wat je wenst", "Who you are and what you prefer"),
        ["drafts"] = new("Begonnen formulieren", "Forms you began"),
        ["posts"] = new("Berichten aan jou", "Messages to you"),
        ["exports"] = new("Bestanden die worden gemaakt", "Files being made"),
        ["appointments"] = new("Benoemingen", "Appointments"),
        ["initiatives"] = new("Initiatieven", "Initiatives"),
        ["journal"] = new("Geschiedenis: wat je deed", "History: what you did"),
        ["channels"] = new("Gekoppelde kanalen", "Bound channels"),
        ["impact_sheets"] = new("Impactsheets", "Impact sheets"),
        ["fingerprints"] = new("Vingerafdrukken", "Fingerprints"),
        ["context_scans"] = new("Contextscans", "Context scans"),
        ["stakeholder_maps"] = new("Stakeholders", "Stakeholders"),
        ["reports"] = new("Voortgangsrapportages", "Progress reports"),
        ["evaluations"] = new("Evaluaties", "Evaluations"),
        ["lessons"] = new("Lessen", "Lessons"),
        ["instrument_proposals"] = new("Voorstellen voor de instrumenten", "Proposals for the instruments"),
        ["gate_reviews"] = new("Fasepoorten", "Gates"),
        ["actions"] = new("Acties", "Actions"),
        ["leader_profiles"] = new("Profielen", "Profiles"),
        ["project_briefs"] = new("Projectbriefs", "Project briefs"),
        ["project_contracts"] = new("Projectcontracten", "Project contracts"),
        ["learning_meetings"] = new("Leerbijeenkomsten", "Learning meetings"),
        ["roles"] = new("Rollen", "Roles"),
        ["tensions"] = new("Spanningen", "Tensions"),
        ["role_meetings"] = new("Roloverleggen", "Role meetings"),
        ["circulations"] = new("Voorstellen die rondgaan", "Proposals that circulate"),
        ["meeting_rhythms"] = new("Ritme van overleggen", "Rhythm of meetings"),
        ["dashboard_entries"] = new("Dashboard", "Dashboard"),
        ["dashboard_snapshots"] = new("Momentopnamen van het dashboard", "Snapshots of the dashboard"),
        ["parties"] = new("Zichtlijnen", "Sight lines"),
        ["legal_holds"] = new("Bewaarplichten", "Legal holds"),
        ["erasures_wanted"] = new("Verzoek om vergeten te worden", "Request to be forgotten"),
    };

    private static readonly Dictionary<string, Phrase> Fields = new(StringComparer.Ordinal)
    {
        [""] = new("van jezelf", "your own"),
        ["Id"] = new("Id", "Id"),
        ["Name"] = new("Naam", "Name"),
        ["Channel"] = new("Kanaal", "Channel"),
        ["ChannelId"] = new("Id in het kanaal", "Id in the channel"),
        ["Language"] = new("Taal", "Language"),
        ["PersonalPlace"] = new("Ons gesprek", "Our conversation"),
        ["PersonalAddress"] = new("Adres van ons gesprek", "Address of our conversation"),
        ["LeftAt"] = new("Vertrokken op", "Left on"),
        ["BlockedAt"] = new("Bot geblokkeerd op", "Bot blocked on"),
        ["ActiveDraft"] = new("Open formulier", "Open form"),
        ["By"] = new("door jou", "by you"),
        ["At"] = new("Wanneer", "When"),
        ["Leader"] = new("projectleider", "project leader"),
        ["RegisteredBy"] = new("aanmelder", "who registered it"),
        ["RequestedBy"] = new("aanvrager", "who requested it"),
        ["OnBehalfOf"] = new("namens jou", "on your behalf"),
        ["Owner"] = new("eigenaar", "owner"),
        ["DoneBy"] = new("gedaan door jou", "done by you"),
        ["OpenedBy"] = new("geopend door jou", "opened by you"),
        ["ClosedBy"] = new("gesloten door jou", "closed by you"),
        ["Invited"] = new("uitgenodigd", "invited"),
        ["Answers"] = new("antwoorden", "answers"),
        ["Advice"] = new("advies", "advice"),
        ["Fillers"] = new("vervult de rol", "fills the role"),
        ["Facilitator"] = new("leidt het overleg", "leads the meeting"),
        ["Secretary"] = new("secretaris", "secretary"),
        ["Asked"] = new("gevraagd", "asked"),
        ["Replies"] = new("reactie", "reply"),
        ["Person"] = new("Persoon", "Person"),
        ["Office"] = new("Rol", "Office"),
        ["Team"] = new("Team", "Team"),
        ["Flow"] = new("Formulier", "Form"),
        ["Subject"] = new("Waarover", "About"),
        ["Started"] = new("Begonnen", "Started"),
        ["Updated"] = new("Bijgewerkt", "Updated"),
        ["Created"] = new("Gemaakt", "Made"),
        ["SentAt"] = new("Verstuurd", "Sent"),
        ["Kind"] = new("Soort", "Sort"),
        ["State"] = new("Stand", "State"),
        ["DecidedBy"] = new("besloten door jou", "decided by you"),
        ["RecalibratedBy"] = new("herijkt door jou", "recalibrated by you"),
    };

    /// <summary>A sort of what is kept; the collection's own name where it has no words, which a test does not let happen.</summary>
    public static string Sort(string collection, CultureInfo culture) => Sorts.GetValueOrDefault(collection)?.In(culture) ?? collection;

    public static bool Knows(string collection) => Sorts.ContainsKey(collection);

    /// <summary>A field by its last name, or as it is called in the store.</summary>
    public static string Field(string path, CultureInfo culture) =>
        Fields.GetValueOrDefault(path)?.In(culture) ?? Fields.GetValueOrDefault(path[(path.LastIndexOf('.') + 1)..])?.In(culture) ?? path;
}
