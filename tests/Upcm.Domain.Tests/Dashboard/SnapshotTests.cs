namespace Upcm.Domain.Tests.Dashboard;

/// <summary>What is kept of the dashboard at a moment, and what changed since.</summary>
public sealed class SnapshotTests
{
    private static readonly DashboardIndicator Counted = Indicator("initiatieven", MeasureKind.Derived);
    private static readonly DashboardIndicator Entered = Indicator("volgers", MeasureKind.Entered);
    private static readonly DashboardIndicator Said = Indicator("sfeer", MeasureKind.Qualitative);

    [Fact]
    public void A_value_is_what_the_bot_measured_or_else_what_somebody_entered()
    {
        Assert.Equal((17m, 20m), (Measured(17, of: 20).Value, Measured(17, of: 20).Of));
        Assert.Equal(900, Told(Entered, 900).Value);
        Assert.Equal("goed", Told(Said, text: "goed").Text);
        Assert.True(Measured(0).IsKnown);
        Assert.True(Told(Said, text: "goed").IsKnown);
        Assert.False(new DashboardValue(Entered, null, null).IsKnown);
    }

    [Fact]
    public void Only_what_is_known_is_kept_with_its_day_where_it_was_entered()
    {
        var snapshot = DashboardSnapshot.Of([Measured(17, of: 20), Told(Entered, 900), Told(Said, text: "goed"), new DashboardValue(Indicator("x", MeasureKind.Entered), null, null)], null, Sample.Moment);
        Assert.Equal(["initiatieven", "sfeer", "volgers"], snapshot.Values.Keys);
        Assert.Equal(new SnapshotValue(17, 20, null, null), snapshot.Values["initiatieven"]);
        Assert.Equal(new SnapshotValue(900, null, null, Sample.Today), snapshot.Values["volgers"]);
        Assert.Equal(new SnapshotValue(null, null, "goed", Sample.Today), snapshot.Values["sfeer"]);
    }

    [Fact]
    public void What_changed_is_told_with_its_difference_and_what_stayed_is_not()
    {
        var snapshot = DashboardSnapshot.Of([Measured(17), Told(Said, text: "goed")], null, Sample.Moment);
        Assert.Empty(snapshot.Changes([Measured(17), Told(Said, text: "goed")]));
        var changes = snapshot.Changes([Measured(19), Told(Entered, 900), Told(Said, text: "matig")]);
        Assert.Equal(["initiatieven", "volgers", "sfeer"], changes.Select(static change => change.Indicator.Id));
        Assert.Equal([2m, null, null], changes.Select(static change => change.Difference));
        Assert.Null(changes[1].Before);
    }

    private static DashboardValue Measured(decimal value, decimal? of = null) => new(Counted, new Measured(value, of, []), null);

    private static DashboardValue Told(DashboardIndicator indicator, decimal? value = null, string? text = null) => new(indicator, null, new DashboardEntry
    {
        Indicator = indicator.Id,
        Version = 1,
        Value = value,
        Text = text,
        Date = Sample.Today,
        Source = "gids",
        By = new Somebody(Sample.Ann, "Ann"),
        At = Sample.Moment,
    });

    private static DashboardIndicator Indicator(string id, MeasureKind kind) =>
        new(id, Sample.Text(id), null, "0-1m", DashboardColumn.Performance, null, null, kind, kind == MeasureKind.Derived ? new Derivation(Derivations.Initiatives) : null);
}
