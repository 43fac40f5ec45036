using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>Stakeholders, their quadrants and the five steps in words.</summary>
public static class StakeholderWords
{
    public static Phrase Name(Quadrant quadrant) => quadrant switch
    {
        Quadrant.InvolveClosely => new("Nauw betrekken", "Involve closely"),
        Quadrant.KeepSatisfied => new("Tevreden houden", "Keep satisfied"),
        Quadrant.KeepInformed => new("Op de hoogte houden", "Keep informed"),
        _ => new("In het oog houden", "Monitor"),
    };

    /// <summary>The quadrant and what it asks for.</summary>
    public static Phrase Advice(Quadrant quadrant) => quadrant switch
    {
        Quadrant.InvolveClosely => new(
            "Nauw betrekken: veel invloed en veel belang. Praat vroeg en vaak met hen, ook voordat je besluit.",
            "Involve closely: much influence and much interest. Talk early and often, also before you decide."),
        Quadrant.KeepSatisfied => new(
            "Tevreden houden: veel invloed, weinig belang. Vertel waar je naartoe gaat en zorg dat er niets is om tegen te zijn.",
            "Keep satisfied: much influence, little interest. Tell where you are going and leave nothing to be against."),
        Quadrant.KeepInformed => new(
            "Op de hoogte houden: weinig invloed, veel belang. Ze denken en vertellen graag mee.",
            "Keep informed: little influence, much interest. They gladly think along and spread the word."),
        _ => new(
            "In het oog houden: weinig invloed en weinig belang. Kijk af en toe of dat verandert.",
            "Monitor: little influence and little interest. Look now and then whether that changes."),
    };

    public static Phrase Name(StakeholderStep step) => step switch
    {
        StakeholderStep.Analysis => new("Analyse", "Analysis"),
        StakeholderStep.ForceField => new("Krachtenveld", "Force field"),
        StakeholderStep.Issues => new("Belangen", "Issues"),
        StakeholderStep.Strategy => new("Aanpak", "Strategy"),
        _ => new("Herijking", "Recalibration"),
    };

    /// <summary>How far a step is, and how old.</summary>
    public static string State(StepState state, Norms norms, DateTimeOffset now, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(state);
        var en = culture.IsEnglish();
        if (state.At is not { } at)
        {
            return en ? "not begun" : "nog niet begonnen";
        }

        var far = state.IsDone ? en ? "done" : "gedaan"
            : state.Done == 0 ? en ? "to do" : "nog te doen"
            : string.Create(culture, $"{state.Done} {(en ? "of" : "van")} {state.Of}");
        return $"{far} · {Ago(now - at, culture)}{(state.IsOld(norms, now) ? en ? " · look at it again" : " · kijk er weer naar" : "")}";
    }

    public static string Ago(TimeSpan age, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var (number, one, many) = age.TotalDays switch
        {
            < 1 => (0, "", ""),
            < 14 => ((int)age.TotalDays, en ? "day" : "dag", en ? "days" : "dagen"),
            < 61 => ((int)(age.TotalDays / 7), "week", en ? "weeks" : "weken"),
            _ => ((int)(age.TotalDays / 30.4), en ? "month" : "maand", en ? "months" : "maanden"),
        };
        return number == 0 ? en ? "today" : "vandaag" : string.Create(culture, $"{number} {(number == 1 ? one : many)} {(en ? "ago" : "geleden")}");
    }

    /// <summary>One line: number, name, kind, influence and interest.</summary>
    public static string Line(Stakeholder one, WorkingMethod method, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(method);
        return string.Create(culture, $"{one.Id}. {one.Name}") + Placed(" · ", one, method, culture);
    }

    /// <summary>Kind, influence and interest, as far as they are known.</summary>
    public static string Placed(string before, Stakeholder one, WorkingMethod method, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(method);
        var en = culture.IsEnglish();
        var known = new[]
        {
            method.StakeholderKind(one.Kind)?.Name.In(culture) ?? one.Kind,
            one.Influence is { } influence ? string.Create(culture, $"{(en ? "influence" : "invloed")} {influence}") : null,
            one.Interest is { } interest ? string.Create(culture, $"{(en ? "interest" : "belang")} {interest}") : null,
            one.Against ? en ? "against" : "tegen" : null,
        }.OfType<string>().ToList();
        return known.Count == 0 ? "" : before + string.Join(" · ", known);
    }

    /// <summary>Why a map does not take something.</summary>
    public static Phrase Of(StakeholderLawBroken broken, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(broken);
        return broken.Law switch
        {
            StakeholderLaw.NameIsStated => new("Er staat geen naam.", "There is no name."),
            StakeholderLaw.NameIsNew => new($"\"{broken.Subject}\" staat al op de lijst.", $"\"{broken.Subject}\" is on the list already."),
            StakeholderLaw.InfluenceIsOneToFive => Named(new("Invloed", "Influence"), ScaleQuestion.OffTheScale(StakeholderForm.ScaleOf(method, "influence"), broken.Subject ?? "")),
            StakeholderLaw.InterestIsOneToFive => Named(new("Belang", "Interest"), ScaleQuestion.OffTheScale(StakeholderForm.ScaleOf(method, "interest"), broken.Subject ?? "")),
            StakeholderLaw.MapHasRoom => new(
                $"Op een lijst passen {StakeholderMap.Most} stakeholders. Verwijder eerst wie er niet meer toe doet.",
                $"A list holds {StakeholderMap.Most} stakeholders. First remove who no longer matters."),
            StakeholderLaw.StakeholderIsThere => new("Deze stakeholder is intussen verwijderd.", "This stakeholder was removed meanwhile."),
            _ => new($"\"{broken.Subject}\" ken ik niet.", $"I do not know \"{broken.Subject}\"."),
        };
    }

    /// <summary>Says every reason of a refusal.</summary>
    public static void Say(Turn turn, IReadOnlyList<Reason> reasons)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var said = reasons.OfType<StakeholderLawBroken>().Select(broken => Of(broken, turn.Method)).ToList();
        turn.Say(string.Join('\n', said.Select(one => one.Nl)), string.Join('\n', said.Select(one => one.En)));
    }

    public static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static Phrase Named(Phrase name, Phrase what) => new($"{name.Nl}: {what.Nl}", $"{name.En}: {what.En}");
}
