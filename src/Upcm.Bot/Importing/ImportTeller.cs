using System.Globalization;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Importing;

/// <summary>Says what an import does: outcomes to one side, problems and progress to the other.</summary>
internal sealed class ImportTeller(TextWriter outcomes, TextWriter problems, CultureInfo culture, TimeProvider time, bool interactive)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private long last = time.GetTimestamp() + time.TimestampFrequency; // the start of the program is no progress

    /// <summary>At most once a second, so that only a large file shows it.</summary>
    public void Progress(Func<Phrase> words)
    {
        if (interactive && time.GetElapsedTime(last) >= Second)
        {
            last = time.GetTimestamp();
            problems.WriteLine(words().In(culture));
        }
    }

    public void Say(Phrase words) => outcomes.WriteLine(words.In(culture));

    public void Problem(ImportProblem problem) => problems.WriteLine(problem.In(culture));

    public int Refuse(Phrase why)
    {
        problems.WriteLine(why.In(culture));
        return 2;
    }

    public string Number(int number) => number.ToString("N0", culture);
}
