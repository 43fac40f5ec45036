using Upcm.Bot.Cards;

namespace Upcm.Bot.Notifications;

/// <summary>What happens with a message that may have arrived and may not.</summary>
public enum WhenUnknown
{
    /// <summary>It is held for the administrator: twice would be worse than late.</summary>
    Hold,

    /// <summary>It is sent once more, and says that it may have been received already.</summary>
    SendOnceMore,
}

/// <summary>A kind of message that the bot sends by itself (method 10), with what may be set about it.</summary>
/// <param name="Kind">Of <see cref="Post.Kind"/>; persisted.</param>
/// <param name="Unknown">A kind that tells somebody what to do goes once more; one that only tells is held.</param>
public sealed record Notice(string Kind, Phrase Name, WhenUnknown Unknown = WhenUnknown.Hold)
{
    /// <summary>What a person reads who may switch it off; null where it is theirs to decide, or was asked for.</summary>
    public Phrase? Switch { get; init; }

    /// <summary>What a channel shows of it, where it may be switched off there; null for what goes to no channel, or always.</summary>
    public Phrase? InChannel { get; init; }

    /// <summary>What it tells, where it has no switch because it is the person's to decide or to do.</summary>
    public Phrase? Always { get; init; }

    /// <summary>The person asked for it a moment ago: it goes before all else, whatever the hour.</summary>
    public bool Asked { get; init; }

    public static IReadOnlyList<Notice> All { get; } =
    [
        new("digest", new("Weekoverzicht", "Digest"), WhenUnknown.SendOnceMore) { Switch = new("het weekoverzicht, op maandag", "the weekly digest, on Monday") },
        new("summary", new("Samenvatting", "Summary"), WhenUnknown.SendOnceMore) { InChannel = new("de agenda en de samenvatting voor het roloverleg", "the agenda and summary ahead of the role meeting") },
        new("snapshot", new("Dashboard", "Dashboard"), WhenUnknown.SendOnceMore) { InChannel = new("het dashboard, elke maand", "the dashboard, every month") },
        new("reminder", new("Herinnering", "Reminder"), WhenUnknown.SendOnceMore) { Always = new("wat jij nog moet doen", "what you have to do") },
        new("reminder-team", new("Herinnering voor het team", "Reminder for the team"), WhenUnknown.SendOnceMore)
        {
            Switch = new("wat bij een ander in je team te laat is", "what is late with somebody else in your team"),
        },
        new("initiative-registered", new("Aanmelding", "Registration"))
        {
            Switch = new("een nieuw initiatief in je team", "a new initiative in your team"),
            InChannel = new("een nieuw initiatief", "a new initiative"),
        },
        new("gate-requested", new("Fasepoort aangevraagd", "Gate requested"), WhenUnknown.SendOnceMore)
        {
            Switch = new("een fasepoort waarover je mag adviseren", "a gate you may advise on"),
            InChannel = new("een fasepoort die wacht op een besluit", "a gate that waits for a decision"),
        },
        new("gate-decided", new("Besluit bij een fasepoort", "Decision on a gate"), WhenUnknown.SendOnceMore)
        {
            Switch = new("een besluit bij een fasepoort", "a decision on a gate"),
            InChannel = new("een besluit bij een fasepoort", "a decision on a gate"),
        },
        new("tension-raised", new("Spanning ingebracht", "Tension raised")) { InChannel = new("een spanning die voor dit team is ingebracht", "a tension that was raised for this team") },
        new("gate-dossier", new("Dossier vooraf", "Dossier ahead"), WhenUnknown.SendOnceMore)
        {
            Always = new("het dossier van een fasepoort waarover je meebeslist", "the dossier of a gate you decide on with others"),
        },
        new("course-changed", new("In de wacht, gestopt of hervat", "On hold, stopped or resumed"))
        {
            Switch = new("een project dat in de wacht gaat, stopt of hervat", "a project that goes on hold, stops or resumes"),
            InChannel = new("een project dat in de wacht gaat, stopt of hervat", "a project that goes on hold, stops or resumes"),
        },
        new("meeting-changed", new("Roloverleg gewijzigd", "Role meeting changed")) { InChannel = new("een roloverleg dat is verplaatst, vervalt of erbij komt", "a role meeting that was moved, skipped or added") },
        new("instrument-proposals", new("Voorstellen voor instrumenten", "Proposals for instruments")) { InChannel = new("voorstellen voor de instrumenten", "proposals for the instruments") },
        new("action-changed", new("Actie gewijzigd", "Action changed")) { Always = new("een actie van jou die een ander wijzigde", "an action of yours that somebody else changed") },
        new("proposal", new("Voorstel", "Proposal"), WhenUnknown.SendOnceMore) { InChannel = new("een voorstel dat tussen twee overleggen rondgaat", "a proposal that circulates between meetings") },
        new("role-meeting", new("Roloverleg", "Role meeting")) { InChannel = new("het roloverleg terwijl het loopt, en de notulen", "the role meeting while it runs, and its minutes") },
        new("roles-changed", new("Rollen veranderd", "Roles changed")) { InChannel = new("rollen die veranderden door een roloverleg of een voorstel", "roles that a role meeting or a proposal changed") },
        new("role-meeting-outcome", new("Uitkomst van het roloverleg", "Outcome of the role meeting"), WhenUnknown.SendOnceMore)
        {
            Always = new("wat voor jou is afgesproken, en wat er in jouw rollen verandert", "what was agreed for you, and what changes in your roles"),
        },
        new("fingerprint", new("Vingerafdruk", "Fingerprint")) { Always = new("een vingerafdruk die je invult of startte", "a fingerprint you fill in or started") },
        new("context-scan", new("Contextscan", "Context scan")) { Always = new("een contextscan die je invult of startte", "a context scan you fill in or started") },
        new("channel-gone", new("Kanaal of team weg", "Channel or team gone"), WhenUnknown.SendOnceMore)
        {
            Always = new("nieuws van een team van jou dat nergens meer staat", "news of a team of yours that is shown nowhere any more"),
        },
        new("alarm", new("Bericht voor de beheerder", "Message to the administrator"), WhenUnknown.SendOnceMore)
        {
            Always = new("voor de beheerder: wat niet werkt", "for the administrator: what does not work"),
        },
        new("export", new("Export", "Export")) { Asked = true },
        new("form", new("Formulier", "Form")) { Asked = true },
        new("overview", new("Overzicht", "Overview")) { Asked = true },
        new("answer", new("Antwoord", "Answer")) { Asked = true },
    ];

    /// <summary>What is not in the table is not switched off, and held where it is unknown.</summary>
    public static Notice Of(string kind) => All.FirstOrDefault(notice => notice.Kind == kind) ?? new Notice(kind, Phrase.Same(kind));
}
