using System.Reflection;
using NetArchTest.Rules;
using Upcm.Bot.Cards;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests;

/// <summary>Who may know whom (CONTRIBUTING, ADR 1 and 3).</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Service = typeof(Bot).Assembly;
    private static readonly Assembly Cards = typeof(Card).Assembly;
    private static readonly Assembly Domain = typeof(Initiative).Assembly;

    private static readonly string[] Platforms =
        ["Upcm.Bot.Channels.Teams", "Upcm.Bot.Storage.LiteDb", "LiteDB", "YamlDotNet", "Microsoft.IdentityModel", "Microsoft.Identity", "Quartz"];

    [Fact]
    public void The_domain_and_the_cards_reference_the_base_class_library_only()
    {
        Assert.All(
            Domain.GetReferencedAssemblies().Concat(Cards.GetReferencedAssemblies()),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Upcm.Bot.Conversation")]
    [InlineData("Upcm.Bot.Flows")]
    [InlineData("Upcm.Bot.People")]
    public void What_people_talk_with_knows_no_platform_and_no_database(string space) =>
        Holds(Types.InAssembly(Service).That().ResideInNamespace(space).ShouldNot().HaveDependencyOnAny(Platforms));

    [Theory]
    [InlineData("LiteDB", "Upcm.Bot.Storage.LiteDb")]
    [InlineData("YamlDotNet", "Upcm.Bot.Programme")]
    [InlineData("Microsoft.IdentityModel", "Upcm.Bot.Channels.Teams")]
    [InlineData("SkiaSharp", "Upcm.Bot.Pictures")]
    public void A_library_stays_in_the_folder_that_needs_it(string library, string home) =>
        Holds(Types.InAssembly(Service).That().DoNotResideInNamespace(home).ShouldNot().HaveDependencyOn(library));

    [Fact]
    public void Cards_are_drawn_without_knowing_what_they_are_about() =>
        Holds(Types.InAssembly(Cards).ShouldNot().HaveDependencyOnAny("Upcm.Domain", "Microsoft.AspNetCore", "Microsoft.Extensions"));

    [Fact]
    public void The_store_takes_the_name_of_every_kind_of_document() => Assert.All(
        typeof(Kinds).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(kind => (dynamic)kind.GetValue(null)!),
        kind => Assert.Matches("^[a-z_]{1,40}$", (string)kind.Collection));

    [Fact]
    public void Every_kind_that_counts_can_be_counted_anew() => Assert.All(
        typeof(Kinds).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(kind => (dynamic)kind.GetValue(null)!).Where(kind => kind.Counts is not null),
        kind =>
        {
            Assert.NotNull((string?)kind.Each);
            Assert.Contains((ICounting)kind, Recount.Counting);
        });

    private static void Holds(ConditionList rule)
    {
        var result = rule.GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
