using System.Collections.Immutable;

namespace Upcm.Domain.Tests.Roles;

public sealed class RoleLawsTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly Somebody Ann = new(Sample.Ann, "Ann");
    private static readonly Somebody Ben = new(Sample.Ben, "Ben");
    private static readonly RoleId Secretary = RoleId.Of("ot", "secretaris");

    private static readonly ImmutableDictionary<RoleId, Role> Register = ImmutableDictionary<RoleId, Role>.Empty.Add(Secretary, new Role
    {
        Id = Secretary,
        Name = new Words("Secretaris", "Secretary"),
        Purpose = new Words("Legt vast.", "Records."),
        Accountabilities = [new Words("Verstuurt agenda's.", "Sends agendas."), new Words("Bewaart verslagen.", "Keeps minutes.")],
        Policies = [new RolePolicy("Binnen een week.", new DateOnly(2026, 2, 1)), new RolePolicy("Op papier.", new DateOnly(2026, 2, 1))],
        Fillers = [new Filler(Ann, false, new DateOnly(2026, 1, 1))],
        Office = Offices.Secretary,
    });

    [Fact]
    public void A_new_role_can_get_accountabilities_and_a_filler_in_the_same_meeting()
    {
        var id = RoleId.Of("ot", "Gegevens­bewaker é");
        var changed = Applied(
            new Outcome { Kind = OutcomeKind.RoleCreated, Role = id, Name = "Gegevensbewaker", Text = "Bewaakt gegevens." },
            new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = id, Text = "Vraagt cijfers een keer op." },
            new Outcome { Kind = OutcomeKind.FillerAppointed, Role = id, Person = Ben, Acting = true, Until = new DateOnly(2027, 1, 1) });
        var role = changed[id];
        Assert.Equal("Vraagt cijfers een keer op.", Assert.Single(role.Accountabilities).Nl);
        Assert.Equal((true, Day), (role.FilledOn(Day).Single().Acting, role.FilledOn(Day).Single().From));
    }

    [Fact]
    public void One_outcome_that_cannot_be_keeps_all_from_being_applied_and_every_reason_is_told()
    {
        var refused = (Refused<ImmutableDictionary<RoleId, Role>>)RoleLaws.Apply(
            Register,
            [
                new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = Secretary, Text = "Iets nieuws." },
                new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = Secretary, Text = "verstuurt agenda's" },
                new Outcome { Kind = OutcomeKind.RoleEnded, Role = Secretary },
                new Outcome { Kind = OutcomeKind.PolicySet, Role = RoleId.Of("ot", "niemand"), Text = "x" },
            ],
            Day);
        Assert.Equal(
            [(RoleLaw.AccountabilityIsNew, 1), (RoleLaw.OfficeStays, 2), (RoleLaw.RoleExists, 3)],
            refused.Reasons.Cast<RoleLawBroken>().Select(broken => (broken.Law, broken.Outcome)));
    }

    public static TheoryData<RoleLaw, Outcome> Refusals => new()
    {
        { RoleLaw.NewRoleHasNameAndPurpose, new Outcome { Kind = OutcomeKind.RoleCreated, Role = RoleId.Of("ot", "x"), Name = "x" } },
        { RoleLaw.NewRoleHasNameAndPurpose, new Outcome { Kind = OutcomeKind.RoleCreated, Role = RoleId.Of("ot", "x"), Text = "Doet x." } },
        { RoleLaw.NewRoleHasNameAndPurpose, new Outcome { Kind = OutcomeKind.RoleCreated, Name = "x", Text = "Doet x." } },
        { RoleLaw.NewRoleIsNotThereYet, new Outcome { Kind = OutcomeKind.RoleCreated, Role = Secretary, Name = "Secretaris", Text = "Legt vast." } },
        { RoleLaw.RoleExists, new Outcome { Kind = OutcomeKind.RoleChanged, Role = RoleId.Of("ot", "x"), Name = "y" } },
        { RoleLaw.ChangeChangesSomething, new Outcome { Kind = OutcomeKind.RoleChanged, Role = Secretary, Name = "secretaris" } },
        { RoleLaw.ChangeChangesSomething, new Outcome { Kind = OutcomeKind.RoleChanged, Role = Secretary, Text = "Legt vast" } },
        { RoleLaw.OfficeStays, new Outcome { Kind = OutcomeKind.RoleEnded, Role = Secretary } },
        { RoleLaw.AccountabilityIsNamed, new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = Secretary } },
        { RoleLaw.AccountabilityIsThere, new Outcome { Kind = OutcomeKind.AccountabilityRemoved, Role = Secretary, Text = "Zet koffie." } },
        { RoleLaw.PolicyIsNew, new Outcome { Kind = OutcomeKind.PolicySet, Role = Secretary, Text = "binnen een week" } },
        { RoleLaw.FillerIsNamed, new Outcome { Kind = OutcomeKind.FillerAppointed, Role = Secretary } },
        { RoleLaw.FillerIsNew, new Outcome { Kind = OutcomeKind.FillerAppointed, Role = Secretary, Person = Ann } },
        { RoleLaw.FillerIsThere, new Outcome { Kind = OutcomeKind.FillerEnded, Role = Secretary, Person = Ben } },
        { RoleLaw.FillingEndsLater, new Outcome { Kind = OutcomeKind.FillerAppointed, Role = Secretary, Person = Ben, Until = new DateOnly(2026, 11, 1) } },
        { RoleLaw.ActionHasTextOwnerAndDay, new Outcome { Kind = OutcomeKind.ActionAgreed, Text = "Bel", Person = Ann } },
        { RoleLaw.ActionHasTextOwnerAndDay, new Outcome { Kind = OutcomeKind.ActionAgreed, Text = "Bel", Until = new DateOnly(2026, 12, 1) } },
        { RoleLaw.ActionHasTextOwnerAndDay, new Outcome { Kind = OutcomeKind.ActionAgreed, Text = " ", Person = Ann, Until = new DateOnly(2026, 12, 1) } },
        { RoleLaw.ActionIsDueLater, new Outcome { Kind = OutcomeKind.ActionAgreed, Text = "Bel", Person = Ann, Until = new DateOnly(2026, 11, 23) } },
        { RoleLaw.OtherTeamIsNamed, new Outcome { Kind = OutcomeKind.PassedOn } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_is_refused_by_its_law(RoleLaw law, Outcome outcome) =>
        Assert.Equal(law, ((RoleLawBroken)((Refused<ImmutableDictionary<RoleId, Role>>)RoleLaws.Apply(Register, [outcome], Day)).Reasons.Single()).Law);

    [Fact]
    public void What_is_agreed_for_today_and_what_is_handed_to_a_team_that_is_named_can_be()
    {
        Assert.Empty(Applied(
            new Outcome { Kind = OutcomeKind.ActionAgreed, Text = "Bel", Person = Ann, Until = Day },
            new Outcome { Kind = OutcomeKind.PassedOn, Team = "nsp" }));
        Assert.Equal(Day, Applied(new Outcome { Kind = OutcomeKind.FillerAppointed, Role = Secretary, Person = Ben, Until = Day })[Secretary].FilledOn(Day).Last().Until);
    }

    [Fact]
    public void One_of_name_and_purpose_is_enough_to_change()
    {
        var named = Applied(new Outcome { Kind = OutcomeKind.RoleChanged, Role = Secretary, Name = "Notulist" })[Secretary];
        Assert.Equal(("Notulist", "Legt vast."), (named.Name.Nl, named.Purpose.Nl));
        var meant = Applied(new Outcome { Kind = OutcomeKind.RoleChanged, Role = Secretary, Name = "Secretaris", Text = "Onthoudt alles." })[Secretary];
        Assert.Equal(("Secretaris", "Onthoudt alles."), (meant.Name.Nl, meant.Purpose.Nl));
    }

    [Fact]
    public void What_is_taken_away_leaves_the_rest_and_what_is_added_comes_after_it()
    {
        var role = Applied(
            new Outcome { Kind = OutcomeKind.AccountabilityRemoved, Role = Secretary, Text = "sends agendas" },
            new Outcome { Kind = OutcomeKind.PolicySet, Role = Secretary, Text = " In twee talen. " })[Secretary];
        Assert.Equal(["Bewaart verslagen."], role.Accountabilities.Select(static one => one.Nl));
        Assert.Equal(new RolePolicy("In twee talen.", Day), role.Policies.Last());
    }

    [Fact]
    public void A_role_that_two_fill_is_still_filled_by_the_one_when_the_other_stops()
    {
        var both = With(new Filler(Ann, false, new DateOnly(2026, 1, 1)), new Filler(Ben, true, new DateOnly(2026, 6, 1)));
        var role = Applied(both, new Outcome { Kind = OutcomeKind.FillerEnded, Role = Secretary, Person = Ann })[Secretary];
        Assert.Equal([Ben], role.FilledOn(Day).Select(static filler => filler.Person));
        Assert.Equal([new DateOnly(2026, 11, 23), null], role.Fillers.Select(static filler => filler.Until));
    }

    [Fact]
    public void Who_comes_to_fill_a_role_takes_the_place_of_their_own_earlier_filling_and_of_nobody_elses()
    {
        var before = With(
            new Filler(Ann, false, new DateOnly(2026, 1, 1)),
            new Filler(Ben, false, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1)), // for a day, long ago
            new Filler(Ben, true, Day), // came this morning
            new Filler(Ben, false, Day.AddDays(30)));
        var role = Applied(before, new Outcome { Kind = OutcomeKind.FillerAppointed, Role = Secretary, Person = Ben })[Secretary];
        Assert.Equal(
            [
                new Filler(Ann, false, new DateOnly(2026, 1, 1)), new Filler(Ben, false, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1)),
                new Filler(Ben, false, Day.AddDays(30)), new Filler(Ben, false, Day),
            ],
            role.Fillers);
    }

    [Fact]
    public void A_role_that_ends_ends_for_who_fills_it_and_changes_nothing_of_its_past()
    {
        var id = RoleId.Of("ot", "scout");
        var past = new Filler(Ben, false, new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        var register = Register.Add(id, Register[Secretary] with { Id = id, Office = null, Fillers = [past, new Filler(Ann, false, new DateOnly(2026, 5, 1))] });
        var role = Applied(register, new Outcome { Kind = OutcomeKind.RoleEnded, Role = id })[id];
        Assert.Equal(Day, role.EndedOn);
        Assert.Equal([past, new Filler(Ann, false, new DateOnly(2026, 5, 1), new DateOnly(2026, 11, 23))], role.Fillers);
    }

    [Fact]
    public void A_role_that_ended_takes_nothing_any_more()
    {
        var ended = Register.SetItem(Secretary, Register[Secretary] with { EndedOn = Day });
        var refused = (Refused<ImmutableDictionary<RoleId, Role>>)RoleLaws.Apply(ended, [new Outcome { Kind = OutcomeKind.PolicySet, Role = Secretary, Text = "x" }], Day);
        Assert.Equal(RoleLaw.RoleHasNotEnded, ((RoleLawBroken)refused.Reasons.Single()).Law);
    }

    [Fact]
    public void Who_stops_filling_a_role_stays_in_its_past()
    {
        var role = Applied(new Outcome { Kind = OutcomeKind.FillerEnded, Role = Secretary, Person = Ann })[Secretary];
        Assert.Empty(role.FilledOn(Day));
        Assert.Equal(new DateOnly(2026, 11, 23), Assert.Single(role.Fillers).Until);
    }

    [Fact]
    public void Who_filled_a_role_as_acting_can_come_to_fill_it_in_full()
    {
        var acting = Applied(new Outcome { Kind = OutcomeKind.FillerAppointed, Role = Secretary, Person = Ann, Acting = true })[Secretary];
        var filler = Assert.Single(acting.FilledOn(Day));
        Assert.True(filler.Acting);
        Assert.Equal(2, acting.Fillers.Length);
    }

    private static ImmutableDictionary<RoleId, Role> With(params ImmutableArray<Filler> fillers) => Register.SetItem(Secretary, Register[Secretary] with { Fillers = fillers });

    private static ImmutableDictionary<RoleId, Role> Applied(params Outcome[] outcomes) => Applied(Register, outcomes);

    private static ImmutableDictionary<RoleId, Role> Applied(ImmutableDictionary<RoleId, Role> register, params Outcome[] outcomes) =>
        ((Accepted<ImmutableDictionary<RoleId, Role>>)RoleLaws.Apply(register, outcomes, Day)).Value;
}
