using Upcm.Bot.Flows.Surveying;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

public static class FingerprintingFlows
{
    public static IServiceCollection AddFingerprinting(this IServiceCollection services) => services.AddSurvey<FingerprintSurvey, FingerprintRound>();
}
