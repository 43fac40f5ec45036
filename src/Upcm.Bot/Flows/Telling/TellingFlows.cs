using Upcm.Bot.Conversation;
using Upcm.Bot.Rhythm;

namespace Upcm.Bot.Flows.Telling;

public static class TellingFlows
{
    public static IServiceCollection AddTelling(this IServiceCollection services) => services
        .AddTimetable()
        .AddFlow<ShowSummary>()
        .AddFlow<ShowDigest>()
        .AddFlow<ShowWhole>()
        .AddFlow<CarryTension>();
}
