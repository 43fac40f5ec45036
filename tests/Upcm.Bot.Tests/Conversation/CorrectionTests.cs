using System.Reflection;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Sighting;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>
/// Everything that a person can enter, walked: it can be corrected by who may, the history tells by whom, and of two people who
/// correct the same thing the second is told before anything is recorded. Whoever adds a form or a fact of history says here how it
/// is corrected: without that a test fails.
/// </summary>
public sealed class CorrectionTests
{
    /// <summary>By the id of the flow that corrects; the fact is what the history then tells.</summary>
    private static readonly Dictionary<string, Correction> Corrected = new()
    {
        ["edit"] = new(History.InitiativeChanged, "bewerk 26-001", [("client", "Provincie")], [("client", "Ministerie")]),
        ["impact-sheet"] = new(History.ImpactSheetMade, "nieuwe impactsheet 26-001", [("value", "5")], [("value", "7")]) { Before = it => it.Enters("nieuwe impactsheet 26-001", ("value", "1")) },
        ["project-brief"] = new(History.BriefRecorded, "projectbrief 26-001 wijzig", [("result", "Tien bedrijven")], [("result", "Twintig bedrijven")])
        {
            Before = it => it.Enters("projectbrief 26-001", ("result", "Bedrijven"), ("approach", "Samen"), ("parties", "Inzamelaars"), ("planning", "Een jaar"), ("means", "Geld"), ("place", "https://voorbeeld.nl/brief")),
        },
        ["project-contract"] = new(History.ContractRecorded, "contract 26-001 wijzig", [("scope", "Alles")], [("scope", "Een deel")])
        {
            Before = it => it.Enters(
                "contract 26-001", ("result", "Bedrijven"), ("scope", "Nederland"), ("term", "1 juli 2027"), ("needed", "10"), ("granted", "10"), ("tests", "Tien bedrijven"),
                ("earlier", "Zie de brief"), ("signed-on", "1 oktober 2026"), ("signed-by", "de teamtrekker"), ("place", "https://voorbeeld.nl/contract")),
        },
        ["leader-profile"] = new(History.ProfileRecorded, "profiel 26-001 wijzig", [("time", "Een dag")], [("time", "Twee dagen")]) { Before = it => it.Enters("profiel 26-001", ("skills", "Luisteren"), ("time", "Geen")) },
        ["learning-meeting"] = new(History.LearningMeetingRecorded, "leerbijeenkomst 26-001 wijzig", [("outcome", "Veel")], [("outcome", "Weinig")])
        {
            Before = it => it.Enters("leerbijeenkomst 26-001", ("held", "1 oktober 2026"), ("present", "projectleider"), ("outcome", "Iets")),
        },
        ["progress"] = new(History.ProgressReported, "voortgang 26-001", [("percent", "20")], [("percent", "30")]) { Before = it => it.Enters("voortgang 26-001", ("percent", "10")) },
        ["evaluate"] = new(History.EvaluationRecorded, "evalueer 26-001", [("impact.why", "Meer")], [("impact.why", "Minder")])
        {
            Before = it => it.Enters("evalueer 26-001", ("criterion.1.verdict", "Partly"), ("criterion.1.shows", "Brieven"), ("impact.why", "Zo"), ("differently", "geen"), ("instruments", "geen")),
        },
        ["stakeholder-change"] = new(History.StakeholderChanged, "stakeholder wijzigen 26-001 1", [("approach", "Bellen")], [("approach", "Schrijven")])
        {
            Before = it => it.Enters("stakeholder toevoegen 26-001", ("name", "Provincies")),
        },
        ["lesson-change"] = new(History.LessonChanged, "bewerk les 26-001 1", [("text", "Bel eerst.")], [("text", "Schrijf eerst.")]) { Before = it => it.Enters("les 26-001", ("text", "Vraag eerst.")) },
        ["tension-change"] = new(History.TensionChanged, "bewerk spanning 1", [("text", "Drie mensen vragen cijfers.")], [("text", "Vier mensen vragen cijfers.")]) { Before = Tension },
        ["move-tension"] = new(History.TensionMoved, "verplaats spanning 1", [("table", Tables.WorkUpdate)], [("table", Tables.DirectAction)]) { Before = Tension },
        ["edit-action"] = new(History.ActionChanged, "bewerk actie realisatie 1", [("text", "Bel de gemeente")], [("text", "Schrijf de gemeente")]) { Before = it => it.Writes(Kinds.Actions, Action) },
        ["fill-gate"] = new(History.GateFilled, "vul fasepoort 26-001", [($"evidence.{Asked}", "De brief van mei")], [($"evidence.{Asked}", "De brief van juni")])
        {
            Before = it => it.Enters("vul fasepoort 26-001", ($"state.{Asked}", nameof(CriterionState.Met)), ($"evidence.{Asked}", "De brief")),
        },
        ["plan-meeting"] = new(History.GateMeetingPlanned, "plan kbo 26-001", [("meeting", "12 november 2026")], [("meeting", "13 november 2026")]) { Before = it => it.Requested() },
        ["correct-decision"] = new(History.GateDecisionCorrected, "corrigeer besluit 26-001", [("meeting", "1 oktober 2026"), ("why", "Verkeerde dag")], [("meeting", "2 oktober 2026"), ("why", "Andere dag")])
        {
            Before = async it =>
            {
                await it.Requested();
                await it.Enters("besluit 26-001", ("kind", nameof(DecisionKind.Go)), ("meeting", "5 oktober 2026"), ("behalf", "sanne|sanne"));
            },
        },
        ["decide-proposal"] = new(History.ProposalDecided, "besluit voorstel 1", [("taken-up", "ja"), ("reason", "Goed idee")], [("taken-up", "nee"), ("reason", "Staat er al")])
        {
            Before = it => it.Writes(Kinds.Proposals, new InstrumentProposal { Id = 1, Number = new InitiativeNumber(26, 1), Text = "Vraag naar terugkeer", By = It.Somebody("piet"), At = default }),
        },
        ["fill-dashboard"] = new(History.DashboardFilled, $"vul in {Indicator}", [("value", "5"), ("date", "1 oktober 2026"), ("source", "Rapport")], [("value", "7"), ("date", "1 oktober 2026"), ("source", "Tabel")]),
        ["edit-party"] = new(History.PartyChanged, "", [("name", "Alle provincies")], [("kind", nameof(PartyKind.SteeringMember)), ("name", "De provincies")])
        {
            Before = it => it.Enters("partijen toevoegen realisatie", ("kind", nameof(PartyKind.KeyPlayer)), ("names", "Provincies")),
            Opens = new Press(EditPartyFlow.Verb, ("party", Party.IdOf("realisatie", "Provincies"))),
            IsGone = true,
        },
        ["appoint"] = new(History.OfficeAppointed, "benoem piet tot secretaris van realisatie", [("acting", "ja")], [("acting", "nee")]),
        ["meeting-change"] = new(History.MeetingsChanged, "overlegritme realisatie", [("day", "2 november 2026"), ("time", "10:00"), ("weeks", "every")], [("day", "3 november 2026"), ("time", "11:00"), ("weeks", "every")]),
        ["legal-hold"] = new(History.LegalHoldSet, "bewaarplicht 26-001 wijzig", [("why", "Een geschil")], [("why", "De archiefwet")]) { Before = it => it.Enters("bewaarplicht 26-001", ("why", "Een verzoek")) },
    };

    /// <summary>What is entered by another flow than the one that corrects it: that flow, or the words that take it back.</summary>
    private static readonly Dictionary<string, string> CorrectedBy = new()
    {
        ["register"] = "bewerk",
        ["stakeholder-add"] = "stakeholder wijzigen",
        ["stakeholders-import"] = "stakeholder wijzigen",
        ["lesson"] = "bewerk les",
        ["raise-tension"] = "bewerk spanning",
        ["request-gate"] = "trek fasepoort in",
        ["advise-gate"] = "adviseer", // one's own: the last advice counts
        ["decide-gate"] = "corrigeer besluit",
        ["step-back"] = "corrigeer besluit",
        ["hold"] = "hervat",
        ["stop-initiative"] = "hervat",
        ["circulate"] = "trek voorstel in",
        ["object-to-proposal"] = "roloverleg", // it brings the proposal to the meeting, where it is tested and integrated
        ["object"] = "voorstel", // in the meeting an objection ends by a proposal that meets it
        ["record-outcome"] = "haal afspraak weg",
        ["fingerprint-start"] = "vingerafdruk sluiten",
        ["fingerprint-invite"] = "vingerafdruk sluiten",
        ["fingerprint-answer"] = "vingerafdruk starten", // who has seen the others' answers answers anew in the next round alone (ADR 8)
        ["context-scan-start"] = "contextscan sluiten",
        ["context-scan-invite"] = "contextscan uitnodigen",
        ["context-scan-answer"] = "contextscan starten",
        ["forget-me"] = "privacy", // cannot be undone, is confirmed twice and says so
        ["forget-person"] = "privacy",
    };

    /// <summary>The other facts: what is said of them again, or what undoes them.</summary>
    private static readonly Dictionary<string, string> Undone = new()
    {
        [History.InitiativeRegistered] = "bewerk",
        [History.InitiativeHeld] = "hervat",
        [History.InitiativeStopped] = "hervat",
        [History.InitiativeResumed] = "zet in de wacht",
        [History.FingerprintOpened] = "vingerafdruk sluiten",
        [History.FingerprintInvited] = "vingerafdruk sluiten",
        [History.FingerprintAnswered] = "vingerafdruk starten",
        [History.FingerprintClosed] = "vingerafdruk starten",
        [History.ContextScanOpened] = "contextscan sluiten",
        [History.ContextScanInvited] = "contextscan uitnodigen",
        [History.ContextScanAnswered] = "contextscan starten",
        [History.ContextScanClosed] = "contextscan starten",
        [History.StakeholderAdded] = "stakeholder wijzigen",
        [History.StakeholderRemoved] = "stakeholder toevoegen",
        [History.StakeholdersImported] = "stakeholder wijzigen",
        [History.StakeholdersRecalibrated] = "stakeholders herijken",
        [History.LessonShared] = "bewerk les",
        [History.LessonWithdrawn] = "les",
        [History.GateRequested] = "trek fasepoort in",
        [History.GateAdvised] = "adviseer",
        [History.GateDecided] = "corrigeer besluit",
        [History.GateWithdrawn] = "vraag fasepoort aan",
        [History.GateDossierSent] = "dossier",
        [History.GateDecisionRevised] = "corrigeer besluit",
        [History.ActionDone] = "acties",
        [History.ActionTakenUpAgain] = "acties",
        [History.ChannelBound] = "ontkoppel kanaal",
        [History.ChannelUnbound] = "koppel kanaal aan",
        [History.ChannelGone] = "koppel kanaal aan",
        [History.ChannelSwitched] = "meldingen",
        [History.BotRemoved] = "koppel kanaal aan",
        [History.OfficeEnded] = "benoem",
        [History.Imported] = "bewerk",
        [History.PostSentAgain] = "verzonden",
        [History.TensionRaised] = "bewerk spanning",
        [History.TensionWithdrawn] = "spanning",
        [History.TensionMerged] = "spanning",
        [History.TensionEnded] = "spanning",
        [History.RoleChanged] = "stuur voorstel rond",
        [History.MeetingStarted] = "sluit roloverleg",
        [History.MeetingClosed] = "spanning",
        [History.MeetingLed] = "neem roloverleg over",
        [History.ProposalCirculated] = "trek voorstel in",
        [History.ProposalEnded] = "stuur voorstel rond",
        [History.DashboardWithdrawn] = "vul dashboard in",
        [History.DashboardKept] = "momentopname",
        [History.PartyAdded] = "partij verwijderen",
        [History.PartyRemoved] = "partijen toevoegen",
        [History.DataShown] = "gegevens van",
        [History.ErasureAsked] = "privacy",
        [History.LegalHoldLifted] = "bewaarplicht",
    };

    private static string Asked => Talker.Method.Gates[0].Criteria.First(static one => one.Seen is null).Id;

    private static string Indicator => Talker.Method.Dashboard.First(static one => one.From is null && one.Kind != MeasureKind.Qualitative).Id;

    private static AgreedAction Action => new() { Id = "meeting/1/0", Team = "realisatie", Text = "Bel", Owner = It.Somebody("piet"), Due = new DateOnly(2026, 12, 1) };

    public static TheoryData<string> Flows => [.. Corrected.Keys];

    [Fact]
    public async Task Every_form_says_how_what_is_entered_by_it_is_corrected()
    {
        await using var bot = new Talker();
        Assert.Equal(bot.Commands.OfType<IFlow>().Select(static flow => flow.Id).Order(), Corrected.Keys.Concat(CorrectedBy.Keys).Order());
    }

    [Fact]
    public void Every_fact_of_history_says_what_corrects_it() => Assert.Equal(
        typeof(History).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (string)field.GetValue(null)!).Order(),
        Corrected.Values.Select(static one => one.Fact).Concat(Undone.Keys).Distinct().Order());

    [Fact]
    public async Task What_corrects_it_can_be_said()
    {
        await using var bot = new Talker();
        var said = bot.Commands.SelectMany(static command => command.Sentence.Nl).ToHashSet();
        Assert.All(CorrectedBy.Values.Concat(Undone.Values), words => Assert.Contains(words, said));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Of_two_people_who_correct_the_same_the_second_is_told_before_it_is_recorded(string flow)
    {
        var (correction, it) = (Corrected[flow], await It.Begin());
        await using var bot = it.Bot;
        await (correction.Before?.Invoke(it) ?? Task.CompletedTask);
        await it.Opens("sanne", correction);
        Assert.Contains("Klopt dit?", await it.Fills("sanne", correction.First), StringComparison.Ordinal);
        await it.Opens("jan", correction);
        Assert.Contains("Klopt dit?", await it.Fills("jan", correction.Second), StringComparison.Ordinal);
        await it.Confirms("jan");
        var byJan = await it.Facts();
        Assert.Contains((correction.Fact, "jan"), byJan);

        var told = await it.Confirms("sanne");
        Assert.Equal(byJan, await it.Facts());
        Assert.Contains("ntussen", told, StringComparison.Ordinal);
        if (!correction.IsGone)
        {
            await it.Confirms("sanne");
            Assert.Equal([.. byJan, (correction.Fact, "sanne")], await it.Facts());
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Who_holds_no_office_hears_who_can_correct_it_and_the_history_names_who_did(string flow)
    {
        var (correction, it) = (Corrected[flow], await It.Begin());
        await using var bot = it.Bot;
        await (correction.Before?.Invoke(it) ?? Task.CompletedTask);
        var before = await it.Facts();
        Assert.Contains("kan hier alleen: ", await it.Opens("mohammed", correction), StringComparison.Ordinal);
        Assert.Equal(before, await it.Facts());

        await it.Opens("jan", correction);
        await it.Fills("jan", correction.Second);
        await it.Confirms("jan");
        var line = (await it.Lines()).Last(line => line.What == correction.Fact);
        Assert.Equal("jan", line.By.Name);
        Assert.EndsWith("· jan", History.Line(line, Talker.Method, Cultures.Dutch), StringComparison.Ordinal);
        Assert.False(line is { Words: null, Detail: null, Changes.IsDefaultOrEmpty: true }, "It tells nothing of what changed.");
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_right_that_is_lost_in_the_middle_is_refused_with_who_can_and_nothing_typed_is_lost(string flow)
    {
        var (correction, it) = (Corrected[flow], await It.Begin());
        await using var bot = it.Bot;
        await (correction.Before?.Invoke(it) ?? Task.CompletedTask);
        await it.Opens("jan", correction);
        await it.Fills("jan", correction.Second);
        var (before, offices) = (await it.Facts(), await it.Loses("jan"));
        Assert.Contains("kan hier alleen: ", await it.Confirms("jan"), StringComparison.Ordinal);
        Assert.Equal(before, await it.Facts());

        foreach (var office in offices)
        {
            await it.Writes(Kinds.Appointments, office);
        }

        await it.Confirms("jan");
        Assert.Equal([.. before, (correction.Fact, "jan")], await it.Facts());
    }

    [Fact]
    public async Task A_channel_that_was_bound_by_mistake_is_unbound_and_whose_news_it_showed_is_told()
    {
        var it = await It.Begin();
        await using var bot = it.Bot;
        Assert.Contains("Gekoppeld. Het nieuws van Team Verbreding verschijnt hier, in plaats van dat van Team Realisatie (gekoppeld door beheer).", await Channel("koppel verbreding", "jan"), StringComparison.Ordinal);
        Assert.Contains("Een kanaal koppelen kan hier alleen", await Channel("ontkoppel", "mohammed"), StringComparison.Ordinal);
        Assert.Contains("Losgekoppeld.", await Channel("ontkoppel kanaal", "jan"), StringComparison.Ordinal);
        Assert.Contains("Dit is geen kanaal dat gekoppeld is.", await Channel("ontkoppel", "jan"), StringComparison.Ordinal);
        Assert.Contains((History.ChannelUnbound, "jan"), await it.Facts());

        async Task<string> Channel(string said, string person) => Talker.Plain(await bot.Hear(new Said(said, []), person, kind: PlaceKind.Channel));
    }

    [Fact]
    public async Task What_a_team_agreed_is_listed_and_changed_without_an_initiative()
    {
        var it = await It.Begin();
        await using var bot = it.Bot;
        await it.Writes(Kinds.Actions, Action);
        var list = await bot.Say("acties realisatie", "jan");
        Assert.Contains("1. Bel", list, StringComparison.Ordinal);
        Assert.Contains("bewerk actie realisatie 1", list, StringComparison.Ordinal);
        Assert.Contains("Welke actie? Zeg \"acties realisatie\"", await bot.Say("bewerk actie realisatie 4", "jan"), StringComparison.Ordinal);
        await bot.Say("taal en", "jan");
        Assert.Contains("What has to be done?", await bot.Say("edit action realisatie", "jan") + await bot.Say("change action", "jan"), StringComparison.Ordinal);
    }

    private static Task Tension(It it) => it.Writes(Kinds.Tensions, new Tension
    {
        Id = new TensionId(1),
        Text = "Twee mensen vragen cijfers.",
        By = It.Somebody("piet"),
        At = it.Bot.Time.GetUtcNow(),
        Team = "realisatie",
        Table = Tables.RoleMeeting,
    });

    /// <param name="Fact">What the history tells.</param>
    /// <param name="Said">What opens it.</param>
    /// <param name="First">What the one who is overtaken fills in.</param>
    /// <param name="Second">What the other records meanwhile.</param>
    internal sealed record Correction(string Fact, string Said, (string Key, string Value)[] First, (string Key, string Value)[] Second)
    {
        public Func<It, Task>? Before { get; init; }

        /// <summary>Where a button opens it.</summary>
        public Press? Opens { get; init; }

        /// <summary>What the other recorded took away what it is about.</summary>
        public bool IsGone { get; init; }
    }

    /// <summary>A project of team Realisatie; Sanne and Jan may do everything, Piet chairs, Mohammed holds no office.</summary>
    internal sealed class It(Talker bot)
    {
        private readonly Way way = new(bot);

        public Talker Bot => bot;

        public static Somebody Somebody(string name) => new(new PersonId(name), name);

        public static async Task<It> Begin()
        {
            var it = new It(new Talker());
            await it.way.Begin();
            var changes = new Changes(Talker.Workspace);
            foreach (var person in new[] { "sanne", "jan" })
            {
                foreach (var (office, team) in Talker.Method.Teams.Select(static team => (Offices.TeamLead, (string?)team.Id)).Append((Offices.LinkingPin, "realisatie")).Append((Offices.SupportTeam, null)).Append((Offices.Administrator, null)))
                {
                    changes.Insert(Kinds.Appointments, new Appointment { Office = office, Team = team, Person = Somebody(person), By = Somebody("beheer"), At = default });
                }
            }

            await it.Bot.Store.Commit(changes, default);
            return it;
        }

        public async Task Writes<T>(Kind<T> kind, T document)
            where T : class
        {
            var changes = new Changes(Talker.Workspace);
            changes.Insert(kind, document);
            await bot.Store.Commit(changes, default);
        }

        /// <summary>Ends every office of somebody, and gives them.</summary>
        public async Task<IReadOnlyList<Appointment>> Loses(string person)
        {
            var held = await bot.Store.Find(Kinds.Appointments, Talker.Workspace, $"person={person}|", 100, null, descending: false, default);
            var changes = new Changes(Talker.Workspace);
            foreach (var one in held)
            {
                changes.Delete(Kinds.Appointments, Kinds.Appointments.Id(one.Document), one.Version);
            }

            await bot.Store.Commit(changes, default);
            return [.. held.Select(static one => one.Document)];
        }

        public Task Requested() => Writes(Kinds.GateReviews, new GateReview
        {
            Number = new InitiativeNumber(26, 1),
            Team = "realisatie",
            Gate = Talker.Method.Gates[0].Id,
            Round = 1,
            State = GateReviewState.Requested,
            RequestedBy = new PersonId("sanne"),
            RequestedAt = bot.Time.GetUtcNow(),
            Requests = 1,
        });

        public async Task Enters(string said, params (string Key, string Value)[] inputs)
        {
            await bot.Say(said);
            await Fills("sanne", inputs);
            var answer = await Confirms("sanne");
            Assert.True(await Draft("sanne") is null, answer);
        }

        public async Task<string> Opens(string person, Correction correction) =>
            correction.Opens is { } press ? await bot.Press(press, person) : await bot.Say(correction.Said, person);

        public async Task<string> Fills(string person, params (string Key, string Value)[] inputs) =>
            await bot.Press(new Press(FormCards.SubmitVerb, ("draft", await Draft(person) ?? "-"), ("page", "99")), person, inputs: inputs);

        public async Task<string> Confirms(string person)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            return await bot.Press(new Press(FormCards.ConfirmVerb, ("draft", await Draft(person) ?? "-"), ("page", "0")), person);
        }

        public async Task<IReadOnlyList<JournalLine>> Lines() =>
            [.. (await bot.Store.Find(Kinds.Journal, Talker.Workspace, "at=", 500, null, descending: false, default)).Select(static hit => hit.Document)];

        public async Task<IReadOnlyList<(string What, string By)>> Facts() => [.. (await Lines()).Select(static line => (line.What, line.By.Name))];

        private async Task<string?> Draft(string person) => (await bot.Store.Load(Kinds.People, Talker.Workspace, person, default))?.Document.ActiveDraft;
    }
}
