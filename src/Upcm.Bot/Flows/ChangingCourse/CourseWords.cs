using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ChangingCourse;

/// <summary>Broken laws of an initiative's course in plain words.</summary>
public static class CourseWords
{
    public static Phrase Of(CourseLawBroken broken, Initiative initiative)
    {
        ArgumentNullException.ThrowIfNull(broken);
        ArgumentNullException.ThrowIfNull(initiative);
        var it = $"{initiative.Number} {initiative.Title}";
        return broken.Law switch
        {
            CourseLaw.IsActive or CourseLaw.IsNotOver => initiative.Status switch
            {
                InitiativeStatus.OnHold => new($"{it} staat in de wacht. Zeg \"hervat {initiative.Number}\" om verder te gaan.", $"{it} is on hold. Say \"resume {initiative.Number}\" to go on."),
                InitiativeStatus.Stopped => new($"{it} is gestopt. Zeg \"hervat {initiative.Number}\" als dat niet klopt.", $"{it} was stopped. Say \"resume {initiative.Number}\" if that is wrong."),
                _ => new($"{it} is afgesloten.", $"{it} is closed."),
            },
            CourseLaw.WaitsOrWasStopped => new($"{initiative.Number} staat niet in de wacht.", $"{initiative.Number} is not on hold."),
            _ => new("Geef een reden.", "Please give a reason."),
        };
    }
}
