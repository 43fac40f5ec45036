using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.HoldingMeetings;

public static class HoldingMeetingsFlows
{
    public static IServiceCollection AddHoldingMeetings(this IServiceCollection services) => services
        .AddSingleton<Meetings>()
        .AddSingleton<MeetingNews>()
        .AddSingleton<MeetingMoves>()
        .AddSingleton<SummaryCards>()
        .AddFlow<ShowMeeting>()
        .AddFlow<ShowMinutes>()
        .AddFlow<SayToCome>()
        .AddFlow<SayNotToCome>()
        .AddFlow<StartMeeting>()
        .AddFlow<TakeOverMeeting>()
        .AddFlow<BecomeSecretary>()
        .AddFlow<GoOnMeeting>()
        .AddFlow<CarryOverItem>()
        .AddFlow<NotePoint>()
        .AddFlow<PutProposal>()
        .AddFlow<ObjectFlow>()
        .AddFlow<RecordFlow>()
        .AddFlow<TakeBackPoint>()
        .AddFlow<TakeBackOutcome>()
        .AddFlow<CloseMeeting>();
}
