using System.Diagnostics.CodeAnalysis;

namespace Upcm.Bot.Conversation;

/// <summary>How what people can say, press and find on their plate is made known: each folder of flows names its own.</summary>
public static class FlowServices
{
    /// <summary>One of it, for whatever it can do: answer a sentence, answer a button, tell what waits.</summary>
    public static IServiceCollection AddFlow<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IServiceCollection services)
        where T : class
    {
        services.AddSingleton<T>();
        return services.As<ICommand, T>().As<IButton, T>().As<Flows.Asking.IPlate, T>();
    }

    private static IServiceCollection As<TRole, T>(this IServiceCollection services)
        where TRole : class
        where T : class =>
        typeof(T).IsAssignableTo(typeof(TRole)) ? services.AddSingleton(static provider => (TRole)(object)provider.GetRequiredService<T>()) : services;
}
