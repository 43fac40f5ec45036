using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Cards.Talk;

namespace Upcm.Bot.Cards.Tests.Talk;

public sealed class FormTalkTests
{
    private static readonly TripForm Trip = new();

    private static readonly Answers Ready = Answers.Of(("where", "Delft"));

    [Fact]
    public void What_one_asks_to_change_is_asked_at_once_though_other_questions_are_open()
    {
        var asked = Hear(Ready, "wijzig kosten").Answers;
        Assert.Equal("costs", Trip.Next(asked)?.Key);
        var unclear = Hear(asked, "veel");
        Assert.Equal("costs", Trip.Next(unclear.Answers)?.Key);
        var answered = Hear(unclear.Answers, "40").Answers;
        Assert.Equal("40", answered["costs"]);
        Assert.Null(Trip.Next(answered));
    }

    [Theory]
    [InlineData("wijzig kostn", "costs")]
    [InlineData("change with", "with")]
    [InlineData("wijzig waarheen", "where")]
    public void A_question_is_found_by_its_name_in_either_language_and_with_a_typing_error(string said, string key) =>
        Assert.Equal(key, Trip.Next(Hear(Ready, said).Answers)?.Key);

    [Theory]
    [InlineData("weet ik niet")]
    [InlineData("no idea")]
    public void Who_does_not_know_passes_over_what_may_be_passed_over(string said)
    {
        var more = Ready.With(Form.MoreKey, "ja");
        var turn = Hear(more, said);
        Assert.Null(turn.Note);
        Assert.Equal("costs", Trip.Next(turn.Answers)?.Key);
        Assert.Equal(said, Hear(Answers.None, said).Answers["where"]);
    }

    [Fact]
    public void Yes_alone_is_no_text_and_no_passes_over_what_may_be_passed_over()
    {
        var asked = Hear(Answers.None, "ja");
        Assert.Null(asked.Answers["where"]);
        Assert.Contains("Met alleen \"ja\"", asked.Note!.Nl, StringComparison.Ordinal);
        Assert.Equal("nee", Hear(Answers.None, "nee").Answers["where"]);

        var more = Ready.With(Form.MoreKey, "ja").With("with", "an").With("costs", "4");
        Assert.Equal("note", Trip.Next(more)?.Key);
        var left = Hear(more, "nee");
        Assert.Null(left.Answers["note"]);
        Assert.NotEqual("note", Trip.Next(left.Answers)?.Key);
        Assert.Equal("nee, toch niet", Hear(more, "nee, toch niet").Answers["note"]);
    }

    [Theory]
    [InlineData("ja", true)]
    [InlineData("Stop.", true)]
    [InlineData("wijzig kosten", true)]
    [InlineData("stopcontacten", false)]
    public void Words_that_only_mean_something_in_a_form_are_known(string said, bool known) => Assert.Equal(known, FormTalk.IsOfForms(said));

    [Theory]
    [InlineData("sla over")]
    [InlineData("klaar")]
    public void A_change_one_thinks_better_of_is_left(string said) =>
        Assert.Null(Trip.Next(Hear(Hear(Ready, "wijzig kosten").Answers, said).Answers));

    [Fact]
    public void Change_alone_tells_what_can_be_changed()
    {
        var turn = Hear(Ready, "wijzig");
        Assert.Equal(Ready, turn.Answers);
        Assert.Contains("\"wijzig waarheen\"", turn.Note!.Nl, StringComparison.Ordinal);
        Assert.Contains("Waarheen, Met, Kosten", turn.Note.Nl, StringComparison.Ordinal);
        Assert.Equal(Tone.Normal, turn.Tone);
    }

    [Fact]
    public void No_to_starting_anew_is_not_an_answer()
    {
        var asked = Hear(Answers.None, "opnieuw");
        Assert.Equal(TalkMove.AskRestart, asked.Move);
        var turn = Hear(asked.Answers, "nee");
        Assert.Equal((TalkMove.Ask, "Goed, alles blijft staan."), (turn.Move, turn.Note!.Nl));
        Assert.Null(turn.Answers["where"]);
        Assert.Equal(TalkMove.Restart, Hear(asked.Answers, "ja").Move);
    }

    [Theory]
    [InlineData("where", "omdat het zo is")]
    [InlineData("costs", "Meer weet ik er niet over")]
    public void An_explanation_is_no_warning(string key, string explanation)
    {
        var turn = Hear(Answers.Of((Form.WantedKey, key)), "wat bedoel je?");
        Assert.Contains(explanation, turn.Note!.Nl, StringComparison.Ordinal);
        Assert.Equal(Tone.Normal, turn.Tone);
    }

    [Fact]
    public void What_may_be_passed_over_says_so()
    {
        var question = Trip.Next(Ready.With(Form.MoreKey, "ja"))!;
        var card = FormCards.Ask(Trip, Ready, question, "d", null, Cultures.Dutch);
        Assert.Contains(card.Body.OfType<Text>(), text => text.Value.Contains("\"sla over\"", StringComparison.Ordinal));
        Assert.Contains(card.Body.OfType<Text>(), text => text.Value.Contains("Meer dan een mag", StringComparison.Ordinal));
        Assert.DoesNotContain(
            FormCards.Ask(Trip, Answers.None, Trip.Next(Answers.None)!, "d", null, Cultures.Dutch).Body.OfType<Text>(),
            text => text.Value.Contains("sla over", StringComparison.Ordinal));
    }

    private static TalkTurn Hear(Answers answers, string said) => FormTalk.Hear(Trip, answers, said, Cultures.Dutch);

    private sealed class TripForm : Form
    {
        private static readonly TextQuestion Where = new("where", new("Waarheen?", "Where to?")) { Name = new("Waarheen", "Destination"), Why = Phrase.Same("omdat het zo is") };
        private static readonly ChoicesQuestion With = new("with", new("Met wie?", "With whom?"), [new("an", Phrase.Same("An")), new("bo", Phrase.Same("Bo"))])
        {
            Name = new("Met", "With"),
            Optional = true,
        };

        private static readonly NumberQuestion Costs = new("costs", new("Wat kost het?", "What does it cost?")) { Name = new("Kosten", "Costs"), Optional = true };

        private static readonly TextQuestion Note = new("note", new("Is er nog iets? Wat dan?", "Anything else? What is it?")) { Name = new("Verder", "Further"), Optional = true };

        public override Phrase Title => new("Reis", "Trip");

        public override IReadOnlyList<Question> Questions(Answers answers) => [Where, With, Costs, Note];
    }
}
