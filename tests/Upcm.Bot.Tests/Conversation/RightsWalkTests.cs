using System.Text.RegularExpressions;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>The table of rights, walked by somebody without any office: every refusal names who can, and nothing is done that may not be.</summary>
public sealed partial class RightsWalkTests
{
    /// <summary>What Mohammed says to do what he may not; where it is not in his own conversation, the place.</summary>
    private static readonly Dictionary<Deed, string> Said = new()
    {
        [Deed.EditInitiative] = "bewerk 26-001|edit 26-001",
        [Deed.HoldOrStop] = "zet in de wacht 26-001|put on hold 26-001",
        [Deed.MakeImpactSheet] = "nieuwe impactsheet 26-001|new impact sheet 26-001",
        [Deed.KeepStakeholders] = "stakeholder toevoegen 26-001|add stakeholder 26-001",
        [Deed.StartFingerprint] = "vingerafdruk starten 26-001|start fingerprint 26-001",
        [Deed.CloseFingerprint] = "vingerafdruk sluiten 26-001|close fingerprint 26-001",
        [Deed.StartContextScan] = "contextscan starten 26-001|start context scan 26-001",
        [Deed.CloseContextScan] = "contextscan sluiten 26-001|close context scan 26-001",
        [Deed.ReportProgress] = "voortgang 26-001|progress 26-001",
        [Deed.Evaluate] = "evalueer 26-001|evaluate 26-001",
        [Deed.ChangeLesson] = "bewerk les 26-001 1|edit lesson 26-001 1",
        [Deed.DecideProposal] = "besluit voorstel 1|decide proposal 1",
        [Deed.FillGate] = "vul fasepoort 26-001|fill gate 26-001",
        [Deed.RecordPaper] = "projectbrief 26-001|project brief 26-001",
        [Deed.RequestGate] = "vraag fasepoort aan 26-001|request gate 26-001",
        [Deed.AdviseGate] = "adviseer 26-001 akkoord|advise 26-001 agree",
        [Deed.DecideSteeringGate] = "besluit 26-001|decide 26-001",
        [Deed.DecideClientGate] = "besluit 26-002|decide 26-002",
        [Deed.TriageTension] = "trek spanning in 1|withdraw tension 1",
        [Deed.LeadRoleMeeting] = "start roloverleg realisatie|start role meeting realisatie",
        [Deed.ChangeMeetings] = "overlegritme realisatie|meeting rhythm realisatie",
        [Deed.AppointOffice] = "benoem piet tot secretaris van realisatie|appoint piet as secretary of realisatie",
        [Deed.SeeSettings] = "verzonden|sent",
        [Deed.ChangeAction] = "bewerk actie realisatie 1|edit action realisatie 1",
        [Deed.PlanMeeting] = "plan kbo 26-001 12 november|plan meeting 26-001 12 November",
        [Deed.FillDashboard] = "vul in volgers|fill in followers",
        [Deed.EditSightLine] = "partijen toevoegen realisatie|add parties realisatie",
        [Deed.HandlePersonalData] = "gegevens van piet|data of piet",
        [Deed.HoldForArchive] = "bewaarplicht 26-001|legal hold 26-001",
        [Deed.BindChannel] = "koppel realisatie|bind realisatie",
    };

    /// <summary>Not said in one sentence: everybody may, only whom somebody invited may (the survey tests), part of another form, or done by a verb.</summary>
    private static readonly Deed[] Elsewhere =
    [
        Deed.Read, Deed.RegisterInitiative, Deed.RaiseTension, Deed.AnswerFingerprint, Deed.AnswerContextScan, Deed.AppointLeader, Deed.ChangeSettings, Deed.ImportPortfolio,
    ];

    public static TheoryData<Deed> Deeds => [.. Said.Keys];

    [Fact]
    public void Every_deed_is_walked() => Assert.Equal(Enum.GetValues<Deed>().Order(), Said.Keys.Concat(Elsewhere).Order());

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task Who_may_not_hears_who_can(Deed deed)
    {
        var it = await World();
        await using var bot = it.Bot;
        var words = Said[deed].Split('|');
        var kind = deed == Deed.BindChannel ? PlaceKind.Channel : PlaceKind.Personal;
        var nl = Talker.Plain(await bot.Hear(new Said(words[0], []), "mohammed", kind: kind));
        Assert.Contains($"{Refusals.Name(Talker.Method, deed).Nl} kan hier alleen: ", nl, StringComparison.Ordinal);
        Assert.All(Rights.WhoMay(deed), holder => Assert.Contains(Refusals.Name(Talker.Method, holder).Nl, nl, StringComparison.Ordinal));
        await bot.Say("taal en", "mohammed");
        var en = Talker.Plain(await bot.Hear(new Said(words[1], []), "mohammed", kind: kind));
        Assert.Contains($"{Refusals.Name(Talker.Method, deed).En} can only be done by: ", en, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_names_of_who_can_are_told()
    {
        var it = await World();
        await using var bot = it.Bot;
        Assert.Contains("lotte", await bot.Say("zet in de wacht 26-001", "mohammed"), StringComparison.Ordinal);
        Assert.Contains("piet", await bot.Say("besluit 26-001", "mohammed"), StringComparison.Ordinal);
        Assert.Contains("de projectleider (sanne)", await bot.Say("voortgang 26-001", "mohammed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_somebody_without_an_office_says_is_answered_and_changes_nothing_that_is_not_theirs()
    {
        var it = await World();
        await using var bot = it.Bot;
        string[] own = [History.InitiativeRegistered, History.TensionRaised, History.LessonShared, History.DataShown];
        string[] rests = ["26-001", "26-001 1", "1", "realisatie", "piet", "26-001 akkoord", "", "volgers"];
        foreach (var command in bot.Commands.ToList())
        {
            foreach (var rest in command.Sentence.Takes is null ? [""] : rests)
            {
                var said = $"{command.Sentence.Nl[0]} {rest}".TrimEnd();
                var answer = await bot.Say(said, "mohammed");
                Assert.False(string.IsNullOrWhiteSpace(answer), said);
                Assert.All(Refusal().Matches(answer), refusal => Assert.True(refusal.Groups["who"].Value.Length > 3, $"{said}: {answer}"));
                await bot.Say("ja", "mohammed");
                await bot.Say("stop", "mohammed");
            }
        }

        Assert.DoesNotContain(await it.Facts(), fact => fact.By == "mohammed" && !own.Contains(fact.What));
    }

    /// <summary>One of everything, none of it Mohammed's.</summary>
    private static async Task<CorrectionTests.It> World()
    {
        var it = await CorrectionTests.It.Begin();
        var at = it.Bot.Time.GetUtcNow();
        var piet = CorrectionTests.It.Somebody("piet");
        var first = (await it.Bot.Store.Load(Kinds.Initiatives, Talker.Workspace, "26-001", default))!.Document;
        var client = Talker.Method.Gates.First(static gate => gate.DecidedBy == Decider.Client);
        await it.Writes(Kinds.Initiatives, first with { Number = new InitiativeNumber(26, 2), Title = "Motoren", Phase = client.From });
        await it.Writes(Kinds.Tensions, new Tension { Id = new TensionId(1), Text = "Twee mensen vragen cijfers.", By = piet, At = at, Team = "realisatie", Table = Tables.RoleMeeting });
        await it.Writes(Kinds.Proposals, new InstrumentProposal { Id = 1, Number = first.Number, Text = "Vraag naar terugkeer", By = piet, At = at });
        await it.Writes(Kinds.Actions, new AgreedAction { Id = "meeting/1/0", Team = "realisatie", Text = "Bel", Owner = piet, Due = new DateOnly(2026, 12, 1) });
        await it.Writes(Kinds.Lessons, new Lesson { Id = "26-001/001", Number = first.Number, Text = "Vraag eerst.", Team = "realisatie", Title = first.Title, By = piet, At = at });
        await it.Requested();
        return it;
    }

    [GeneratedRegex(@"kan hier alleen: (?<who>.*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refusal();
}
