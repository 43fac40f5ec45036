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

    /// <summary>The person asked for it a moment ago: it goes before all else, whatever the hour.</summary>
    public bool Asked { get; init; }

    public static IReadOnlyList<Notice> All { get; } =
    [
        new("digest", new("Weekoverzicht", "Digest"), WhenUnknown.SendOnceMore) { Switch = new("het weekoverzicht, op maandag", "the weekly digest, on Monday") },
        new("summary", new("Samenvatting", "Summary"), WhenUnknown.SendOnceMore),
        new("snapshot", new("Dashboard", "Dashboard"), WhenUnknown.SendOnceMore) { Switch = new("het dashboard, elke maand", "the dashboard, every month") },
        new("reminder", new("Herinnering", "Reminder"), WhenUnknown.SendOnceMore),
        new("reminder-team", new("Herinnering aan de teamtrekker", "Reminder to the team lead"), WhenUnknown.SendOnceMore)
        {
            Switch = new("wat bij een ander in je team te laat is", "what is late with somebody else in your team"),
        },
        new("initiative-registered", new("Aanmelding", "Registration")) { Switch = new("een nieuw initiatief in je team", "a new initiative in your team") },
        new("gate-requested", new("Fasepoort aangevraagd", "Gate requested"), WhenUnknown.SendOnceMore) { Switch = new("een fasepoort waarover je mag adviseren", "a gate you may advise on") },
        new("gate-decided", new("Besluit bij een fasepoort", "Decision on a gate"), WhenUnknown.SendOnceMore) { Switch = new("een besluit bij een fasepoort", "a decision on a gate") },
        new("tension-raised", new("Spanning ingebracht", "Tension raised")),
        new("gate-dossier", new("Dossier voor het KBO", "Dossier for the steering meeting"), WhenUnknown.SendOnceMore),
        new("course-changed", new("In de wacht, gestopt of hervat", "On hold, stopped or resumed")) { Switch = new("een project dat in de wacht gaat, stopt of hervat", "a project that goes on hold, stops or resumes") },
        new("meeting-changed", new("Roloverleg gewijzigd", "Role meeting changed")),
        new("instrument-proposals", new("Voorstellen voor instrumenten", "Proposals for instruments")),
        new("action-changed", new("Actie gewijzigd", "Action changed")),
        new("proposal", new("Voorstel", "Proposal"), WhenUnknown.SendOnceMore),
        new("role-meeting", new("Roloverleg", "Role meeting")),
        new("role-meeting-outcome", new("Uitkomst van het roloverleg", "Outcome of the role meeting"), WhenUnknown.SendOnceMore),
        new("fingerprint", new("Vingerafdruk", "Fingerprint")),
        new("alarm", new("Bericht voor de beheerder", "Message to the administrator"), WhenUnknown.SendOnceMore),
        new("form", new("Formulier", "Form")) { Asked = true },
        new("overview", new("Overzicht", "Overview")) { Asked = true },
        new("answer", new("Antwoord", "Answer")) { Asked = true },
    ];

    /// <summary>What is not in the table is not switched off, and held where it is unknown.</summary>
    public static Notice Of(string kind) => All.FirstOrDefault(notice => notice.Kind == kind) ?? new Notice(kind, Phrase.Same(kind));
}
