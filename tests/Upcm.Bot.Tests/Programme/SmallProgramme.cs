using Upcm.Bot.Programme;

namespace Upcm.Bot.Tests.Programme;

/// <summary>The smallest programme that is accepted, to break in one place at a time.</summary>
internal static class SmallProgramme
{
    public const string Yaml = """
        id: klein
        name: {nl: Klein, en: Small}
        names:
          steering-meeting: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          key-player: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          change-maker: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          target-group: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          product-code: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          region: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          team-lead: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          deputy: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          linking-pin: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          secretary: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          reporter: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          steering-member: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          support-team: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
          administrator: {one: {nl: een, en: one}, the: {nl: de een, en: the one}, many: {nl: velen, en: many}}
        claims: {effect: {nl: gas, en: gas}, unit: {nl: ton, en: tonnes}, amount: {nl: ton gas, en: tonnes of gas}, value-against: {nl: tegen nu, en: against now}}
        pillars:
          bouwen: {name: {nl: Bouwen, en: Building}, obliges: {nl: Je bouwt., en: You build.}}
        teams:
          bouwers:
            name: {nl: Bouwers, en: Builders}
            pillar: bouwen
            level: {nl: hoog, en: high}
            explanation: {nl: Dit team bouwt., en: This team builds.}
            project-type:
              id: bouwwerk
              name: {nl: bouwwerk, en: building}
        horizons:
          0-1j: {name: {nl: jaar, en: year}, change-strategy: {nl: Doen, en: Do}, explanation: {nl: Je doet iets., en: You do it.}}
        roles:
          leider: {name: {nl: leider, en: lead}, team: every-team, horizon: 0-1j, purpose: {nl: Leidt., en: Leads.}, office: team-lead}
          pin: {name: {nl: schakel, en: pin}, team: bouwers, purpose: {nl: Verbindt., en: Connects.}, office: linking-pin}
          hulp: {name: {nl: hulp, en: help}, team: bouwers, purpose: {nl: Helpt., en: Helps.}, office: support-team}
          baas: {name: {nl: beheer, en: admin}, team: bouwers, purpose: {nl: Beheert., en: Runs it.}, office: administrator}
        phases:
          begin: {name: {nl: Begin, en: Start}, explanation: {nl: Je begint., en: You start.}}
          eind: {name: {nl: Eind, en: End}, explanation: {nl: Je bent klaar., en: You are done.}}
        gates:
          uit-begin:
            name: {nl: Van begin naar eind, en: From start to end}
            from: begin
            to: eind
            decided-by: client
            criteria:
              klaar:
                kind: result
                text: {nl: Het is klaar., en: It is done.}
                explanation: {nl: Kijk of het klaar is., en: See whether it is done.}
                example: {nl: Het staat er., en: It stands.}
                seen: term-set
        forces:
          kracht:
            name: {nl: kracht, en: force}
            explanation: {nl: Hoe sterk., en: How strong.}
            statements:
              een: {nl: Een., en: One.}
              twee: {nl: Twee., en: Two.}
              drie: {nl: Drie., en: Three.}
              vier: {nl: Vier., en: Four.}
        scales:
          agreement:
            steps:
              "1": {nl: helemaal niet, en: not at all}
              "2": {nl: weinig, en: little}
              "3": {nl: half, en: half}
              "4": {nl: flink, en: quite}
              "5": {nl: helemaal, en: entirely}
              weet-niet: {nl: weet niet, en: not known}
          contribution:
            steps:
              laag: {nl: laag, en: low}
        innovation-functions:
          F1: {name: {nl: functie, en: function}, scale: contribution, explanation: {nl: Werkt., en: Works.}}
        performance-goals:
          P1: {name: {nl: doel, en: goal}, scale: contribution, explanation: {nl: Wil je., en: You want it.}}
        effect-goals:
          milieu: {name: {nl: milieu, en: environment}}
        intended-effects:
          milieu: {name: {nl: milieu, en: environment}}
        bands:
          R0-R2: {nl: ontwerp, en: design}
        strategies:
          R0: {name: {nl: afzien, en: refuse}, band: R0-R2, explanation: {nl: Niet doen., en: Do not.}}
        clusters:
          huizen: {name: {nl: huizen, en: houses}}
        product-groups:
          "23": {name: {nl: stenen, en: bricks}, cluster: huizen}
        regions:
          zeeland: {nl: Zeeland, en: Zealand}
        figures:
          source: {nl: boek, en: book}
          product-groups:
            columns: [jobs-thousand, labour-volume-thousand, organisations-up-to-50, organisations-51-to-100, organisations-over-100,
              net-turnover, value-added, value-added-impact, co2, co2-impact, critical-material-flow]
            rows:
              "23": {name: Stenen, numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, -10.5, 11]}
            total: {name: Totaal, numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, -10.5, 12]}
          provinces:
            columns: [jobs-thousand, labour-volume-thousand, organisations-up-to-50, organisations-51-to-100, organisations-over-100,
              net-turnover, value-added, value-added-impact, co2, co2-impact, critical-material-flow]
            rows:
              zeeland: {name: Zeeland, numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}
            total: {name: Totaal, numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}
          clusters:
            columns: [jobs-thousand, labour-volume-thousand, organisations-up-to-50, organisations-51-to-100, organisations-over-100,
              net-turnover, value-added, value-added-impact, co2, co2-impact, critical-material-flow]
            rows:
              huizen: {name: Huizen, numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}
            total: {name: Totaal, numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}
          discrepancies:
            - {table: product-groups, column: critical-material-flow, sum-of-rows: 11, printed-total: 12}
        dashboard:
          klaar:
            horizon: 0-1j
            column: activities
            pillar: bouwen
            kind: D
            name: {nl: Klaar, en: Done}
            unit: {nl: huizen, en: houses}
            derived: {by: goal-rated, goal: P1, step: laag}
          lucht: {horizon: 0-1j, column: effect, effect-goal: milieu, kind: E, name: {nl: Lucht, en: Air}, unit: {nl: punten, en: points}}
        terms:
          huis: {name: {nl: huis, en: house}, also: [huizen], meaning: {nl: Waar je woont., en: Where you live.}}
        norms:
          risk-amber-from: 8
        meetings:
          tables:
            other-team: {name: {nl: other-team, en: other-team}, explanation: {nl: Daar., en: There.}, words: [other-team]}
            steering-meeting: {name: {nl: steering-meeting, en: steering-meeting}, explanation: {nl: Daar., en: There.}, words: [steering-meeting]}
            role-meeting: {name: {nl: role-meeting, en: role-meeting}, explanation: {nl: Daar., en: There.}, words: [role-meeting]}
            direct-action: {name: {nl: direct-action, en: direct-action}, explanation: {nl: Daar., en: There.}, words: [direct-action]}
            work-update: {name: {nl: work-update, en: work-update}, explanation: {nl: Daar., en: There.}, words: [work-update]}
          rounds:
            check-in: {name: {nl: check-in, en: check-in}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            administrative: {name: {nl: administrative, en: administrative}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            agenda: {name: {nl: agenda, en: agenda}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            present: {name: {nl: present, en: present}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            clarify: {name: {nl: clarify, en: clarify}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            react: {name: {nl: react, en: react}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            amend: {name: {nl: amend, en: amend}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            objections: {name: {nl: objections, en: objections}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            integrate: {name: {nl: integrate, en: integrate}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            record: {name: {nl: record, en: record}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
            closing: {name: {nl: closing, en: closing}, lead: {nl: Zeg iets., en: Say something.}, minutes: 5}
          objection-tests:
            harm: {nl: Is dat zo?, en: Is it so?}
            created: {nl: Is dat zo?, en: Is it so?}
            known-now: {nl: Is dat zo?, en: Is it so?}
            own-role: {nl: Is dat zo?, en: Is it so?}
        """;

    /// <summary>Replaces one text by another and reads what results; the first line of the new text is where it is broken.</summary>
    public static Breakage Broken(string part, string instead)
    {
        var at = Yaml.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The small programme does not say: {part}");
        var broken = Yaml.Remove(at, part.Length).Insert(at, instead);
        return new Breakage(ProgrammeFile.Read(broken, "klein.yaml"), Yaml.AsSpan(0, at).Count('\n') + 1);
    }

    internal sealed record Breakage(ProgrammeReading Reading, int Line)
    {
        /// <summary>That the programme is refused with exactly one problem, which stands some lines below where it was broken.</summary>
        public ProgrammeProblem OnlyProblem(int linesBelow = 0)
        {
            Assert.Null(Reading.Programme);
            var problem = Assert.Single(Reading.Problems);
            Assert.Equal("klein.yaml", problem.File);
            Assert.Equal(Line + linesBelow, problem.Line);
            Assert.True(problem.Column >= 1);
            return problem;
        }
    }
}
