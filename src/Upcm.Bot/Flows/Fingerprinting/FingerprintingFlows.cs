using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Fingerprinting;

public static class FingerprintingFlows
{
    public static IServiceCollection AddFingerprinting(this IServiceCollection services) => services
        .AddSingleton<FingerprintResults>()
        .AddFlow<ShowFingerprint>()
        .AddFlow<StartFingerprintFlow>()
        .AddFlow<AnswerFingerprintFlow>()
        .AddFlow<InviteToFingerprintFlow>()
        .AddFlow<RemindOfFingerprint>()
        .AddFlow<ShowFingerprintResult>()
        .AddFlow<CloseFingerprint>()
        .AddFlow<CloseFingerprintButton>()
        .AddFlow<FingerprintPlate>();
}
