using System.Diagnostics.CodeAnalysis;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Surveying;

public static class SurveyingFlows
{
    /// <summary>All that one can do with a survey.</summary>
    public static IServiceCollection AddSurvey<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSurvey, TRound>(this IServiceCollection services)
        where TSurvey : Survey<TRound>
        where TRound : SurveyRound => services
        .AddSingleton<Survey<TRound>, TSurvey>()
        .AddSingleton<SurveyResults<TRound>>()
        .AddFlow<ShowSurvey<TRound>>()
        .AddFlow<StartSurveyFlow<TRound>>()
        .AddFlow<AnswerSurveyFlow<TRound>>()
        .AddFlow<InviteToSurveyFlow<TRound>>()
        .AddFlow<RemindOfSurvey<TRound>>()
        .AddFlow<ShowSurveyResult<TRound>>()
        .AddFlow<CloseSurvey<TRound>>()
        .AddFlow<CloseSurveyButton<TRound>>()
        .AddFlow<SurveyPlate<TRound>>();
}
