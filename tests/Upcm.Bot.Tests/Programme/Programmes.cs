using Upcm.Bot.Programme;
using Upcm.Bot.Tests.Importing;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>The programmes that the machinery is tested with: the one that comes with the bot, and one of another transition.</summary>
internal static class Programmes
{
    private static readonly Lazy<WorkingMethod> Other = new(() =>
    {
        var reading = ProgrammeFile.ReadFrom(WarmtePath);
        return reading.Programme ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    });

    public static string WarmtePath => Path.Combine(Desk.Root, "tests", "Upcm.Bot.Tests", "Programme", "warmte.yaml");

    public static WorkingMethod Of(string id) => id == Other.Value.Id ? Other.Value : Shipped.Programme;
}
