using System.Text;
using System.Text.RegularExpressions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>
/// The machinery from registration to the last gate, in both languages, with the programme that comes with the bot and with another
/// one: whatever is said comes from the programme, and nothing of the first is said in the second.
/// </summary>
public sealed class AnyProgrammeTests
{
    private const string Number = "26-001";

    [Theory]
    [InlineData("upcm", "nl")]
    [InlineData("upcm", "en")]
    [InlineData("warmte", "nl")]
    [InlineData("warmte", "en")]
    public async Task From_registration_to_the_last_gate(string programme, string language)
    {
        var it = await Walk.Begin(Programmes.Of(programme), language);
        await using var bot = it.Bot;
        var method = it.Method;
        Assert.Contains(method.Short.In(it.Culture), await it.Welcome(), StringComparison.Ordinal);
        await it.Register();
        Assert.Contains(method.Phases[0].Name.In(it.Culture), await it.Say($"toon {Number}", $"show {Number}"), StringComparison.Ordinal);
        await it.ImpactSheet();
        await it.Fingerprint();
        await it.Progress();
        foreach (var gate in method.Gates)
        {
            await it.Pass(gate);
            var there = await it.Initiative();
            Assert.Equal(gate.To, there.Phase);
            Assert.Contains(method.Phase(gate.To)!.Name.In(it.Culture), await it.Say($"toon {Number}", $"show {Number}"), StringComparison.Ordinal);
        }

        Assert.Equal(InitiativeStatus.Closed, (await it.Initiative()).Status);
        Assert.Contains(Number, await it.Say("weekoverzicht", "digest", "piet"), StringComparison.Ordinal);
        Assert.Contains(Number, await it.Say($"samenvatting {it.Team.Id}", $"summary {it.Team.Id}"), StringComparison.Ordinal);
        Assert.Empty(await Recount.Wrong(bot.Store, Talker.Workspace, default));
        it.SaysNothingOfAnotherProgramme();
    }

    [Theory]
    [InlineData("upcm", "nl")]
    [InlineData("upcm", "en")]
    [InlineData("warmte", "nl")]
    [InlineData("warmte", "en")]
    public async Task The_dashboard_the_portfolio_and_the_sight_lines(string programme, string language)
    {
        var it = await Walk.Begin(Programmes.Of(programme), language);
        await using var bot = it.Bot;
        var method = it.Method;
        await it.Register();
        await it.ImpactSheet();
        await it.Stakeholders();
        var overview = await it.Say("dashboard", "dashboard");
        Assert.All(method.Horizons, horizon => Assert.Contains(horizon.Name.In(it.Culture), overview, StringComparison.Ordinal));
        foreach (var horizon in method.Horizons)
        {
            var card = await it.Say($"dashboard {horizon.Name.Nl}", $"dashboard {horizon.Name.En}");
            Assert.All(method.Dashboard.Where(one => one.Horizon == horizon.Id), one => Assert.Contains(one.Name.In(it.Culture), card, StringComparison.Ordinal));
            Assert.Contains(horizon.Explanation.In(it.Culture).Split(' ')[0], await it.Say($"veranderstrategie {horizon.Id}", $"change strategy {horizon.Id}"), StringComparison.Ordinal);
        }

        foreach (var indicator in method.Dashboard)
        {
            var origin = await it.Say($"herkomst {indicator.Name.Nl}", $"origin {indicator.Name.En}");
            Assert.StartsWith(indicator.Name.In(it.Culture), origin, StringComparison.Ordinal);
            if (indicator.From is null)
            {
                await it.Say($"vul in {indicator.Id}", $"fill in {indicator.Id}", "lotte");
                await it.Submit("fill-dashboard", indicator.Id, "lotte", ("value", "12"), ("text", "Goed"), ("date", "2026-10-01"), ("source", "De gids"));
                await it.Confirm("fill-dashboard", indicator.Id, "lotte");
            }
        }

        var rated = method.Dashboard.First(one => one.From?.Name == Derivations.Rated);
        Assert.Contains(Number, await it.Say($"herkomst {rated.Id}", $"origin {rated.Id}"), StringComparison.Ordinal);
        var named = method.Dashboard.First(one => one.From?.Name == Derivations.ChangeMakers);
        var counted = await it.Say($"herkomst {named.Id}", $"origin {named.Id}");
        Assert.Contains(method.StakeholderKinds.First(static kind => kind.CountsAs == Derivations.ChangeMakers).Name.In(it.Culture), counted, StringComparison.Ordinal);
        Assert.Contains(Number, counted, StringComparison.Ordinal);
        await it.Say("momentopname", "snapshot", "lotte");
        Assert.Contains(method.ProductGroups[0].Sbi, await it.Say("portfolio per productgroep", "portfolio by product group"), StringComparison.Ordinal);
        Assert.Contains(method.EffectGoals[0].Name.In(it.Culture), await it.Say("portfolio per effectdoel", "portfolio by effect goal"), StringComparison.Ordinal);
        Assert.Contains("piet", await it.Say($"zichtlijn {it.Team.Id}", $"sight line {it.Team.Id}"), StringComparison.Ordinal);
        Assert.Contains(it.Team.Id, await it.Say("help", "help"), StringComparison.Ordinal);
        it.SaysNothingOfAnotherProgramme();
    }

    /// <summary>One person after another does what the programme asks for, and all that is said is kept.</summary>
    private sealed class Walk(Talker bot, WorkingMethod method, string language)
    {
        private readonly StringBuilder heard = new();

        public Talker Bot { get; } = bot;

        public WorkingMethod Method { get; } = method;

        public System.Globalization.CultureInfo Culture { get; } = Cultures.Of(language);

        public Team Team { get; } = method.Team(method.ExampleTeam)!;

        public static async Task<Walk> Begin(WorkingMethod method, string language)
        {
            var walk = new Walk(new Talker(programme: method), method, language);
            foreach (var person in new[] { "sanne", "jan", "piet", "lotte", "beheer" })
            {
                await walk.Bot.Say($"taal {language}", person);
            }

            foreach (var (person, office) in new[] { ("piet", Offices.LinkingPin), ("lotte", Offices.TeamLead) })
            {
                await walk.Say($"benoem {person} tot {method.Names.Offices[office].One.Nl} van {walk.Team.Id}", $"appoint {person} as {method.Names.Offices[office].One.En} of {walk.Team.Id}", "beheer");
                await walk.Say("ja", "yes", "beheer");
            }

            foreach (var other in method.Teams.Where(team => team.Id != walk.Team.Id))
            {
                var changes = new Changes(Talker.Workspace);
                changes.Insert(Kinds.Appointments, new Appointment { Office = Offices.TeamLead, Team = other.Id, Person = new Somebody(new PersonId("lotte"), "lotte"), By = new Somebody(new PersonId("beheer"), "beheer"), At = walk.Bot.Time.GetUtcNow() });
                await walk.Bot.Store.Commit(changes, default);
            }

            return walk;
        }

        public Task<string> Welcome() => Keep(Bot.Hear(new Installed(), "sanne"));

        public Task<string> Say(string nl, string en, string person = "sanne") => Keep(Bot.Hear(new Said(Culture.IsEnglish() ? en : nl, []), person));

        public Task<string> Submit(string flow, string subject, string person, params (string Key, string Value)[] inputs) => Keep(Bot.Hear(
            new Pressed(new Press(FormCards.SubmitVerb, ("draft", Draft.IdOf(flow, subject, new PersonId(person))), ("page", "99")), inputs.ToDictionary(static one => one.Key, static one => one.Value), null, CanReplace: true), person));

        public Task<string> Confirm(string flow, string subject, string person = "sanne") => Keep(Bot.Hear(
            new Pressed(new Press(FormCards.ConfirmVerb, ("draft", Draft.IdOf(flow, subject, new PersonId(person))), ("page", "0")), new Dictionary<string, string>(), null, CanReplace: true), person));

        public async Task<Initiative> Initiative() => (await Bot.Store.Load(Kinds.Initiatives, Talker.Workspace, Number, default))!.Document;

        public async Task Register()
        {
            await Say("meld initiatief", "register initiative");
            foreach (var said in new[] { "Warm water voor iedereen", "De straat heeft warm water.", Team.Id })
            {
                await Say(said, said);
            }

            Assert.Contains(Number, await Say("ja", "yes"), StringComparison.Ordinal);
            await Say($"bewerk {Number}", $"edit {Number}");
            await Submit("edit", Number, "sanne", ("term", "2027-07-01"), ("tests", "Tien huizen"), ("leader", Culture.IsEnglish() ? "me" : "ik"), ("groups", Method.ProductGroups[0].Sbi));
            await Confirm("edit", Number);
        }

        public async Task ImpactSheet()
        {
            await Say($"nieuwe impactsheet {Number}", $"new impact sheet {Number}");
            await Submit(
                "impact-sheet", Number, "sanne",
                [
                    ("date", "2026-10-01"), ("groups", Method.ProductGroups[0].Sbi), ("co2", "3"), ($"co2.{Method.Bands[0].Id}", "3"),
                    ($"effect.{Method.EffectGoals[0].Id}.horizon", Method.Horizons[0].Id), ($"effect.{Method.EffectGoals[0].Id}.text", "Schone lucht"),
                    .. Method.InnovationFunctions.Select(one => ($"function.{one.Id}", Highest(one))),
                    .. Method.PerformanceGoals.Select(one => ($"goal.{one.Id}", Highest(one))),
                ]);
            await Confirm("impact-sheet", Number);
            Assert.Equal(3, (await Initiative()).Impact!.Co2);
        }

        /// <summary>One of every kind the programme knows.</summary>
        public async Task Stakeholders()
        {
            await Say(
                $"stakeholders inlezen {Number}\n{string.Join('\n', Method.StakeholderKinds.Select(static kind => $"Partij {kind.Name.Nl}; 4; 4; {kind.Name.Nl}"))}",
                $"import stakeholders {Number}\n{string.Join('\n', Method.StakeholderKinds.Select(static kind => $"Party {kind.Name.En}; 4; 4; {kind.Name.En}"))}");
            Assert.Contains(Method.StakeholderKinds[0].Name.In(Culture), await Say("ja", "yes"), StringComparison.Ordinal);
        }

        public async Task Fingerprint()
        {
            await Say($"vingerafdruk starten {Number}", $"start fingerprint {Number}");
            await Say("jan", "jan");
            await Say("ja", "yes");
            await Say("ja", "yes");
            foreach (var person in new[] { "sanne", "jan" })
            {
                await Say($"vingerafdruk invullen {Number}", $"answer fingerprint {Number}", person);
                await Submit("fingerprint-answer", Number, person, [.. Method.Forces.SelectMany(static force => force.Statements).Select(static one => (one.Id, "4"))]);
                await Confirm("fingerprint-answer", Number, person);
            }

            var result = await Say($"vingerafdruk sluiten {Number}", $"close fingerprint {Number}");
            Assert.All(Method.Forces, force => Assert.Contains(force.Name.In(Culture), result, StringComparison.OrdinalIgnoreCase));
        }

        public async Task Progress()
        {
            await Say($"voortgang {Number}", $"progress {Number}");
            await Submit("progress", Number, "sanne", ("percent", "25"), ("reported", "2026-10-05"), ("done", "Buizen besteld"));
            await Confirm("progress", Number);
            Assert.NotNull((await Bot.Store.Load(Kinds.Reports, Talker.Workspace, Kinds.Versioned(new InitiativeNumber(26, 1), 1), default))?.Document);
        }

        public async Task Pass(Gate gate)
        {
            await Say($"vul fasepoort {Number}", $"fill gate {Number}");
            await Submit("fill-gate", Number, "sanne", [.. gate.Criteria.SelectMany(static one => new[] { ($"state.{one.Id}", "Met"), ($"evidence.{one.Id}", "Zie de notitie") })]);
            await Confirm("fill-gate", Number);
            await Say($"vraag fasepoort aan {Number} 20 oktober 2026", $"request gate {Number} 20 October 2026");
            await Say("ja", "yes");
            var decider = gate.DecidedBy == Decider.SteeringMeeting ? "piet" : "lotte";
            await Say($"besluit {Number}", $"decide {Number}", decider);
            await Submit("decide-gate", Number, decider, ("kind", nameof(DecisionKind.Go)), ("meeting", "2026-10-05"));
            await Confirm("decide-gate", Number, decider);
        }

        /// <summary>Names of the other programme's teams, and its own name.</summary>
        public void SaysNothingOfAnotherProgramme()
        {
            var other = Programmes.Of(Method.Id == "warmte" ? "upcm" : "warmte");
            var said = heard.ToString();
            string[] words =
            [
                .. other.Teams.SelectMany(static team => new[] { team.Id, team.Name.Nl, team.Name.En }),
                other.Name.Nl, other.Name.En, other.Claims.Effect.Nl, other.Claims.Effect.En,
                .. other.Names.Offices.Values.Append(other.Names.SteeringMeeting).Append(other.Names.KeyPlayer).SelectMany(static name => new[] { name.One.Nl, name.One.En, name.Many.Nl, name.Many.En })
                    .Except(Method.Names.Offices.Values.SelectMany(static name => new[] { name.One.Nl, name.One.En, name.Many.Nl, name.Many.En }), StringComparer.Ordinal), .. Method.Id == "warmte" ? ["UPCM", "maakindustrie", "manufacturing", "KIA"] : Array.Empty<string>(),
            ];
            Assert.All(words.Except([.. Method.Teams.Select(static team => team.Id)], StringComparer.Ordinal), word => Assert.False(
                !Generic.Contains(word) && Regex.IsMatch(said, $@"\b{Regex.Escape(word)}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)), $"\"{word}\" is said: {Around(said, word)}"));
        }

        /// <summary>Words of the method itself that are also the name of a team, and words that are said of anything.</summary>
        private static readonly HashSet<string> Generic = new(StringComparer.Ordinal) { "ondersteuningsteam", "Ondersteuningsteam", "Support team" };

        private static string Around(string said, string word) =>
            said.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? said.Substring(Math.Max(0, at - 80), Math.Min(200, said.Length - Math.Max(0, at - 80))) : "";

        private string Highest(Indicator indicator) => Method.Scale(indicator.Scale)!.Steps[^1].Id;

        private async Task<string> Keep(ValueTask<Answer> answering)
        {
            var answer = await answering;
            var text = string.Join('\n', answer.Utterances.Select(utterance => utterance switch
            {
                Say say => say.Text,
                Show show => PlainTextRenderer.Render(show.Card, Culture),
                Replace replace => PlainTextRenderer.Render(replace.Card, Culture),
                _ => "",
            }));
            foreach (var card in answer.Utterances.Select(utterance => (utterance as Show)?.Card ?? (utterance as Replace)?.Card).OfType<Card>())
            {
                // What a form sums up is as long as the form.
                Assert.DoesNotContain(CardLimits.Exceeded(card, Culture), static limit => !limit.Contains("facts", StringComparison.Ordinal));
            }

            heard.AppendLine(text);
            return text;
        }
    }
}
