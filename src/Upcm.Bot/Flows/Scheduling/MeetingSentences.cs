using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Scheduling;

/// <summary><c>verplaats overleg naar 26 november 14:00</c></summary>
public sealed class MoveMeeting(ChangeMeetingsFlow flow) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["verplaats overleg", "verplaats roloverleg", "overleg verplaatsen"], ["move meeting", "move role meeting"],
        new Phrase("een roloverleg naar een andere dag: verplaats overleg naar 26 november 14:00", "a role meeting to another day: move meeting to 26 November 14:00"), new Phrase("team, dag", "team, day"));

    public ValueTask Run(Turn turn, string rest) => flow.Open(turn, ChangeMeetingsForm.Move, rest);
}

/// <summary><c>sla overleg over</c></summary>
public sealed class SkipMeeting(ChangeMeetingsFlow flow) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["sla overleg over", "sla roloverleg over", "overleg overslaan"], ["skip meeting", "skip role meeting"], new Phrase("een roloverleg overslaan", "skip a role meeting"), new Phrase("team", "team"));

    public ValueTask Run(Turn turn, string rest) => flow.Open(turn, ChangeMeetingsForm.PassOver, rest);
}

/// <summary><c>extra overleg op 3 december 10:00</c></summary>
public sealed class ExtraMeeting(ChangeMeetingsFlow flow) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["extra overleg", "extra roloverleg"], ["extra meeting", "extra role meeting"],
        new Phrase("een roloverleg erbij: extra overleg op 3 december 10:00", "one more role meeting: extra meeting on 3 December 10:00"), new Phrase("team, dag", "team, day"));

    public ValueTask Run(Turn turn, string rest) => flow.Open(turn, ChangeMeetingsForm.Extra, rest);
}

/// <summary><c>overlegritme realisatie</c></summary>
public sealed class SetMeetingRhythm(ChangeMeetingsFlow flow) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["overlegritme", "ritme overleg"], ["meeting rhythm"], new Phrase("hoe vaak en wanneer een team roloverleg heeft", "how often and when a team has its role meeting"), new Phrase("team", "team"));

    public ValueTask Run(Turn turn, string rest) => flow.Open(turn, ChangeMeetingsForm.Rhythm, rest);
}

/// <summary><c>stop overleg realisatie</c></summary>
public sealed class EndMeetings(ChangeMeetingsFlow flow) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["stop overleg", "beëindig overleg"], ["end meetings", "end meeting"], new Phrase("de reeks roloverleggen laten stoppen", "end the series of role meetings"), new Phrase("team", "team"));

    public ValueTask Run(Turn turn, string rest) => flow.Open(turn, ChangeMeetingsForm.End, rest);
}
