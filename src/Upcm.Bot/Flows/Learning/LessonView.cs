using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary>One lesson: found by what is said of it, shown, and who may put it right.</summary>
public sealed class LessonView(Standings standings)
{
    /// <summary><c>20-004 3</c>, or the initiative alone where it has one lesson; null after having said what would fit.</summary>
    public static async ValueTask<(Initiative Initiative, Stored<Lesson> Lesson)?> Named(Turn turn, string rest)
    {
        var nth = Lessons.Nth(rest);
        if (await Initiatives.Named(turn, nth is null ? rest : rest[..rest.LastIndexOf(' ')]) is not { } initiative)
        {
            return null;
        }

        nth ??= (await turn.Find(Kinds.Lessons, $"initiative={initiative.Number}|", 100)).Select(hit => hit.Document).Where(lesson => lesson is { Withdrawn: false, Nth: not null }).ToList() is [var only] ? only.Nth : null;
        if (nth is { } known && await turn.Load(Kinds.Lessons, Lessons.IdOf(initiative.Number, known)) is { } stored)
        {
            return (initiative, stored);
        }

        turn.Say(
            $"{(nth is null ? "Welke les" : $"Les {nth} ken ik niet. Welke les")} van {initiative.Number}? Zeg \"lessen {initiative.Number}\" voor de lijst, en dan bijvoorbeeld \"bewerk les {initiative.Number} 1\".",
            $"{(nth is null ? "Which lesson" : $"I do not know lesson {nth}. Which lesson")} of {initiative.Number}? Say \"lessons {initiative.Number}\" for the list, and then for instance \"edit lesson {initiative.Number} 1\".");
        return null;
    }

    public async ValueTask Show(Turn turn, string rest)
    {
        if (await Named(turn, rest) is var (initiative, stored))
        {
            turn.Replace(await CardOf(turn, initiative, stored.Document));
        }
    }

    /// <summary>True where the speaker may; otherwise it was said why not, and by whom it can be done.</summary>
    public async ValueTask<bool> Allows(Turn turn, Initiative initiative, Lesson lesson)
    {
        if (lesson.Withdrawn)
        {
            turn.Say($"Les {lesson.Nth} van {lesson.Number} is ingetrokken.", $"Lesson {lesson.Nth} of {lesson.Number} was withdrawn.");
            return false;
        }

        return await Refusals.Allows(turn, Deed.ChangeLesson, await Towards(turn, initiative, lesson), initiative.Team, initiative, lesson.By);
    }

    public async ValueTask<Card> CardOf(Turn turn, Initiative initiative, Lesson lesson)
    {
        var (en, culture) = (turn.Culture.IsEnglish(), turn.Culture);
        var may = !lesson.Withdrawn && Rights.May(Deed.ChangeLesson, await Towards(turn, initiative, lesson));
        var day = TimeZoneInfo.ConvertTime(lesson.At, Clock.Amsterdam).ToString("ddd d MMMM yyyy", culture);
        return new Card(en ? $"Lesson {lesson.Nth} from {lesson.Number} {initiative.Title}" : $"Les {lesson.Nth} uit {lesson.Number} {initiative.Title}")
        {
            Status = (lesson.Withdrawn ? en ? "Withdrawn · " : "Ingetrokken · " : "") + $"{lesson.By.Name}, {day}",
            Body = [new Text(lesson.Text), new Text(LessonsCard.Tags(lesson, turn.Method, culture), Tone.Subtle)],
            Buttons =
            [
                .. may ? [About("Wijzig", "Change", "bewerk les", "edit lesson"), About("Trek in", "Withdraw", "trek les in", "withdraw lesson")] : Array.Empty<Button>(),
                Sayings.Button(en ? "All lessons" : "Alle lessen", $"{(en ? "lessons" : "lessen")} {lesson.Number}"),
                Sayings.Button(en ? "Show the project" : "Toon het project", $"{(en ? "show" : "toon")} {lesson.Number}"),
            ],
        };

        Button About(string label, string labelEn, string words, string wordsEn) => Sayings.Button(en ? labelEn : label, $"{(en ? wordsEn : words)} {Lessons.Said(lesson)}");
    }

    private async ValueTask<Standing> Towards(Turn turn, Initiative initiative, Lesson lesson) =>
        await standings.Towards(turn, initiative) with { Author = lesson.By.Id == turn.Person.Id };
}
