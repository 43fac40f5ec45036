using Upcm.Bot.Flows.Surveying;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ContextScanning;

public static class ContextScanningFlows
{
    public static IServiceCollection AddContextScanning(this IServiceCollection services) => services.AddSurvey<ContextScanSurvey, ContextScanRound>();
}
