using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Notifications;

namespace Upcm.Bot.Channels.Teams;

public static class TeamsServices
{
    private const string Route = "/api/messages";

    /// <summary>Five hundred members fit many times over.</summary>
    private const int LargestResponse = 4 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Teams as a channel; the caller registers the <see cref="Conversation.IConversation"/> it talks with and the store.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.Configure<TeamsOptions>(options => options.Read(configuration.GetSection(TeamsOptions.Section)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenCheck>();
        services.TryAddSingleton<IConnectorTokens, ConnectorTokens>();
        services.AddTransient<ConnectorHandler>();
        services.AddSingleton<Connector>();
        services.AddSingleton<TeamsChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TeamsChannel>());
        services.TryAddSingleton<Courier>();
        services.TryAddSingleton<UnsaidAnswers>();
        services.AddSingleton<Mentioned>();
        services.AddSingleton<TeamsTurn>();
        services.AddSingleton<TenantPace>();
        services.AddSingleton<TeamsEndpoint>();
        services.AddSingleton<TurnsUnderWay>().AddHostedService(static provider => provider.GetRequiredService<TurnsUnderWay>());
        services.AddHttpClient(SigningKeys.Client, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .RemoveAllLoggers();
        services.AddHttpClient(ConnectorTokens.Client, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .RemoveAllLoggers();
        services.AddHttpClient(Connector.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Patience, LargestResponse))
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<ConnectorHandler>()
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>Opens the door. Throws where the settings do not allow it.</summary>
    public static WebApplication MapTeams(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        if (options.Problems(app.Environment) is { Count: > 0 } problems)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        }

        if (!options.HasCredentials)
        {
            app.Logger.LogWarning("No Teams credentials: only this machine is answered, and nobody is who they say they are");
        }

        var endpoint = app.Services.GetRequiredService<TeamsEndpoint>();
        app.Map(Route, endpoint.Handle);
        return app;
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null, // nobody traces, and the platform reads no such headers
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
