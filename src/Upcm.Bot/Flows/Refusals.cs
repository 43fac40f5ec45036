using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>A refusal says what is not allowed and who can do it, by name where the office has a holder.</summary>
public static class Refusals
{
    /// <summary>True where the person may; otherwise it was said why not, and by whom it can be done.</summary>
    /// <param name="team">The team whose office holders are named; null where it is about no team.</param>
    public static async ValueTask<bool> Allows(Turn turn, Deed deed, Standing standing, string? team, Initiative? initiative = null, Somebody? author = null)
    {
        if (Rights.Refusal(deed, standing) is not { } refusal)
        {
            return true;
        }

        var text = await Text(turn, refusal, team, initiative, author);
        turn.Say(text.Nl, text.En);
        return false;
    }

    /// <summary>The refusal in words.</summary>
    public static async ValueTask<Phrase> Text(Turn turn, MayNot refusal, string? team, Initiative? initiative = null, Somebody? author = null)
    {
        List<Phrase> who = [];
        foreach (var holder in refusal.WhoMay)
        {
            var names = holder switch
            {
                Holders.ProjectLeader => Names(initiative?.Leader),
                Holders.Registrant => Names(initiative?.RegisteredBy),
                Holders.Author => Names(author),
                Holders.Invited or Holders.Anyone => [],
                _ => [.. (await OfficeHolders.Of(turn, Appointment.IsOfWorkspace(holder) ? null : team, holder)).Select(person => person.Name).Take(3)],
            };
            var named = names.Length == 0 ? "" : $" ({string.Join(", ", names)})";
            who.Add(new Phrase(Name(turn.Method, holder).Nl + named, Name(turn.Method, holder).En + named));
        }

        var deed = Name(turn.Method, refusal.Deed);
        return new Phrase(
            $"{deed.Nl} kan hier alleen: {List(who.Select(one => one.Nl), "of")}.",
            $"{deed.En} can only be done by: {List(who.Select(one => one.En), "or")}.");
    }

    /// <summary>What is done, as the beginning of a sentence.</summary>
    public static Phrase Name(WorkingMethod method, Deed deed)
    {
        var the = method.Names.SteeringMeeting.The;
        return deed switch
        {
            Deed.DecideSteeringGate => new($"Een besluit van {the.Nl} vastleggen", $"Recording a decision of {the.En}"),
            Deed.PlanMeeting => new($"De dag van {the.Nl} vastleggen", $"Setting the day of {the.En}"),
            _ => Deeds[deed],
        };
    }

    /// <summary>The name of an office or another holder of rights.</summary>
    public static Phrase Name(WorkingMethod method, string holder) => holder switch
    {
        Holders.Anyone => new("iedereen", "anyone"),
        Holders.ProjectLeader => new("de projectleider", "the project leader"),
        Holders.Registrant => new("wie het aanmeldde", "who registered it"),
        Holders.Author => new("wie het schreef", "who wrote it"),
        Holders.Invited => new("wie is uitgenodigd", "who is invited"),
        _ => method.Names.Offices[holder].The.AsPhrase(),
    };

    /// <summary>The office as the programme calls it, without an article.</summary>
    public static Phrase OfficeName(WorkingMethod method, string office) =>
        method.Names.Offices.TryGetValue(office, out var name) ? name.One.AsPhrase() : Phrase.Same(office);

    private static readonly Dictionary<Deed, Phrase> Deeds = new()
    {
        [Deed.Read] = new("Bekijken", "Reading"),
        [Deed.RegisterInitiative] = new("Een initiatief aanmelden", "Registering an initiative"),
        [Deed.EditInitiative] = new("Dit initiatief bewerken", "Editing this initiative"),
        [Deed.AppointLeader] = new("Een projectleider aanwijzen", "Appointing a project leader"),
        [Deed.HoldOrStop] = new("In de wacht zetten, hervatten of stoppen", "Putting on hold, resuming or stopping"),
        [Deed.MakeImpactSheet] = new("Een impactsheet maken", "Making an impact sheet"),
        [Deed.KeepStakeholders] = new("De stakeholders van dit initiatief bijhouden", "Keeping the stakeholders of this initiative"),
        [Deed.StartFingerprint] = new("Een vingerafdruk starten", "Starting a fingerprint"),
        [Deed.AnswerFingerprint] = new("Deze vingerafdruk invullen", "Answering this fingerprint"),
        [Deed.CloseFingerprint] = new("Een vingerafdruk sluiten", "Closing a fingerprint"),
        [Deed.StartContextScan] = new("Een contextscan starten", "Starting a context scan"),
        [Deed.AnswerContextScan] = new("Deze contextscan invullen", "Answering this context scan"),
        [Deed.CloseContextScan] = new("Een contextscan sluiten", "Closing a context scan"),
        [Deed.ReportProgress] = new("Voortgang melden", "Reporting progress"),
        [Deed.Evaluate] = new("Een evaluatie of leerbijeenkomst vastleggen", "Recording an evaluation or a learning meeting"),
        [Deed.ChangeLesson] = new("Een les wijzigen of intrekken", "Changing or withdrawing a lesson"),
        [Deed.DecideProposal] = new("Besluiten over een voorstel voor de instrumenten", "Deciding on a proposal for the instruments"),
        [Deed.FillGate] = new("De criteria van een fasepoort invullen", "Filling in the criteria of a gate"),
        [Deed.RecordPaper] = new("Profiel, projectbrief, contract of leerbijeenkomst vastleggen", "Recording a profile, project brief, contract or learning meeting"),
        [Deed.RequestGate] = new("Een fasepoort aanvragen", "Requesting a gate"),
        [Deed.AdviseGate] = new("Advies geven bij een fasepoort", "Advising on a gate"),
        [Deed.DecideClientGate] = new("Een besluit van de opdrachtgever vastleggen", "Recording a decision of the client"),
        [Deed.ChangeAction] = new("Een afgesproken actie wijzigen", "Changing an agreed action"),
        [Deed.RaiseTension] = new("Een spanning inbrengen", "Raising a tension"),
        [Deed.TriageTension] = new("Een spanning intrekken of verplaatsen", "Withdrawing or moving a tension"),
        [Deed.LeadRoleMeeting] = new("Een roloverleg leiden", "Leading a role meeting"),
        [Deed.BindChannel] = new("Een kanaal koppelen", "Binding a channel"),
        [Deed.ChangeMeetings] = new("Het roloverleg wijzigen", "Changing role meetings"),
        [Deed.AppointOffice] = new("Iemand benoemen", "Appointing somebody"),
        [Deed.SeeSettings] = new("De instellingen bekijken", "Seeing the settings"),
        [Deed.ChangeSettings] = new("De instellingen wijzigen", "Changing the settings"),
        [Deed.ImportPortfolio] = new("Een portfolio inlezen", "Importing a portfolio"),
        [Deed.FillDashboard] = new("Het dashboard invullen", "Filling in the dashboard"),
        [Deed.EditSightLine] = new("De zichtlijn van dit team wijzigen", "Changing this team's sight line"),
        [Deed.HandlePersonalData] = new("Persoonsgegevens uitgeven of wissen", "Exporting or erasing personal data"),
        [Deed.HoldForArchive] = new("Een bewaarplicht opleggen of opheffen", "Setting or lifting a legal hold"),
    };

    private static string[] Names(Somebody? person) => person is null ? [] : [person.Name];

    private static string List(IEnumerable<string> parts, string or)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} {or} {all[^1]}";
    }
}
