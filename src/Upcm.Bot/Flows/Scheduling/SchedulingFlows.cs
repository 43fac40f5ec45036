using Upcm.Bot.Conversation;
using Upcm.Bot.Rhythm;

namespace Upcm.Bot.Flows.Scheduling;

public static class SchedulingFlows
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddTimetable()
        .AddFlow<ShowMeetings>()
        .AddFlow<ChangeMeetingsFlow>()
        .AddFlow<MoveMeeting>()
        .AddFlow<SkipMeeting>()
        .AddFlow<ExtraMeeting>()
        .AddFlow<SetMeetingRhythm>()
        .AddFlow<EndMeetings>();
}
