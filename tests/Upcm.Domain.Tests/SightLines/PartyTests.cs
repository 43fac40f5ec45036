namespace Upcm.Domain.Tests.SightLines;

public sealed class PartyTests
{
    [Theory]
    [InlineData("Holland Circular Hotspot")]
    [InlineData("  holland   circular hotspot ")]
    public void A_party_is_known_by_its_team_and_its_name_whatever_the_capitals_and_spaces(string name) =>
        Assert.Equal("nsp/holland circular hotspot", Party.IdOf("nsp", name));
}
