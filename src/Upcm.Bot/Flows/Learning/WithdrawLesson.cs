using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary><c>trek les in 20-004 3</c>: no longer found or offered; asked once more before it is done.</summary>
public sealed class WithdrawLesson(LessonView view, WithdrawLessonButton button) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["trek les in", "les intrekken", "verwijder les"], ["withdraw lesson", "remove lesson"],
        new Phrase("een les intrekken: trek les in 20-004 1", "withdraw a lesson: withdraw lesson 20-004 1"), new Phrase("nummer en les", "number and lesson"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var sure = rest.Split(' ')[^1].ToLowerInvariant() is "zeker" or "sure";
        if (await LessonView.Named(turn, sure ? rest[..Math.Max(0, rest.LastIndexOf(' '))] : rest) is not var (initiative, stored) || !await view.Allows(turn, initiative, stored.Document))
        {
            return;
        }

        if (sure)
        {
            await button.Withdraw(turn, initiative, stored);
        }
        else
        {
            turn.Replace(Sure(stored.Document, turn.Culture));
        }
    }

    private static Card Sure(Lesson lesson, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Card(en ? $"Withdraw lesson {lesson.Nth} of {lesson.Number}?" : $"Les {lesson.Nth} van {lesson.Number} intrekken?")
        {
            Body =
            [
                new Text(lesson.Text),
                new Text(en ? "Nobody finds it any more. The history keeps it." : "Niemand vindt hem dan nog. De geschiedenis bewaart hem.", Tone.Subtle),
            ],
            Buttons =
            [
                new(en ? "Withdraw" : "Trek in", new Press(WithdrawLessonButton.Pressed, ("lesson", lesson.Id)), $"{(en ? "withdraw lesson" : "trek les in")} {Lessons.Said(lesson)} {(en ? "sure" : "zeker")}", ButtonTone.Grave),
                Sayings.Button(en ? "Keep" : "Laat staan", $"{(en ? "lesson" : "les")} {Lessons.Said(lesson)}"),
            ],
        };
    }
}

/// <summary>Withdraws the lesson it was made for.</summary>
public sealed class WithdrawLessonButton(LessonView view) : IButton
{
    internal const string Pressed = "lesson.withdraw";

    public string Verb => Pressed;

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await turn.Load(Kinds.Lessons, pressed.Press.Data.GetValueOrDefault("lesson") ?? "") is not { } stored
            || await turn.Load(Kinds.Initiatives, stored.Document.Number.ToString()) is not { Document: { } initiative })
        {
            turn.Say("Deze les is er niet meer.", "This lesson is no longer there.");
        }
        else if (await view.Allows(turn, initiative, stored.Document))
        {
            await Withdraw(turn, initiative, stored);
        }
    }

    internal async ValueTask Withdraw(Turn turn, Initiative initiative, Stored<Lesson> stored)
    {
        var lesson = stored.Document with { Withdrawn = true };
        turn.Changes.Put(Kinds.Lessons, lesson, stored.Version);
        turn.Record(History.LessonWithdrawn, initiative.Number, initiative.Team, words: Phrase.Same(lesson.Text), subject: Lessons.SubjectOf(lesson));
        turn.Replace(await view.CardOf(turn, initiative, lesson));
    }
}
