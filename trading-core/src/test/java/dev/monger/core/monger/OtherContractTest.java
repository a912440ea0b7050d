package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The broker answers with another contract than the one that was traded until now. */
class OtherContractTest {

    private static final ConId OTHER = new ConId(FakeBroker.CONTRACT.value() + 1);

    private static ContractTerms other() {
        ContractTerms terms = Story.terms();
        return new ContractTerms(
                OTHER, terms.increments(), List.of(), terms.multiplier(), terms.orderTypes());
    }

    private static List<ConId> subscribed(Story story) {
        return story.said(MongerCommand.SubscribeStreams.class).stream()
                .map(MongerCommand.SubscribeStreams::conId)
                .toList();
    }

    @Test
    void shouldStreamAndCloseWhatIsOpenInTheContractFoundBefore() {
        // Given a long position, and a new session
        Story story = Story.ready().enterLong();
        story.said.clear();
        story.tell(new LinkEvent.LinkLost("gone"), new LinkEvent.LinkOpened(true));

        // When
        story.tell(new LinkEvent.ContractConfirmed(other())).seconds(3);

        // Then
        assertThat(subscribed(story)).containsExactly(FakeBroker.CONTRACT);
        assertThat(story.alarmed(AlarmCode.CONTRACT_REFUSED)).isTrue();
        story.command("f", CommandKind.FLATTEN, 30).seconds(1);
        story.fill(Leg.TAKE_PROFIT, 100, "100.00").seconds(3);
        assertThat(story.own().isZero()).isTrue();
    }

    @Test
    void shouldNotEnterUntilTheBrokerAndWeMeanTheSame() {
        // Given a position that was closed after the broker named another contract
        Story story = Story.ready(Story.quickEntries()).enterLong();
        story.tell(new LinkEvent.ContractConfirmed(other()));
        story.fill(Leg.STOP_LOSS, 100, "99.50").seconds(3);

        // When, and then when the broker names it once more
        story.predict(true);
        assertThat(story.lastRefusal()).isEqualTo(EntryGate.CONTRACT_STANDS);
        story.tell(new LinkEvent.ContractConfirmed(other())).seconds(3);

        // Then it is the one that is traded
        assertThat(subscribed(story)).last().isEqualTo(OTHER);
        assertThat(story.alarmed(AlarmCode.CONTRACT_REFUSED)).isFalse();
    }

    @Test
    void shouldStreamWhatIsOpenWhenTheBrokerKnowsTheContractNoMore() {
        Story story = Story.ready().enterLong();
        story.said.clear();
        story.tell(
                new LinkEvent.LinkLost("gone"),
                new LinkEvent.LinkOpened(true),
                new LinkEvent.ContractRefused("200: no security definition"));
        assertThat(subscribed(story)).containsExactly(FakeBroker.CONTRACT);
    }

    @Test
    void shouldStreamTheContractOfAnotherAssignment() {
        // Given
        Story story = Story.ready();
        story.tell(
                new SessionEvent.AssignmentReceived(
                        Story.assigned("contract.primaryExchange", "NASDAQ")));
        assertThat(story.said(MongerCommand.ConfirmContract.class)).hasSize(2);

        // When
        story.tell(new LinkEvent.ContractConfirmed(other()));

        // Then
        assertThat(subscribed(story)).containsExactly(FakeBroker.CONTRACT, OTHER);
    }

    @Test
    void shouldAskAnewWhenAnAssignmentComesBackToTheContractThatIsOpen() {
        // Given an assignment that was refused
        Story story = Story.ready(Story.quickEntries()).enterLong();
        story.tell(
                new SessionEvent.AssignmentReceived(
                        Story.assigned("contract.primaryExchange", "NASDAQ")));
        assertThat(story.alarmed(AlarmCode.CONTRACT_REFUSED)).isTrue();
        story.said.clear();

        // When
        story.tell(new SessionEvent.AssignmentReceived(Story.quickEntries()));

        // Then
        assertThat(story.said(MongerCommand.ConfirmContract.class)).hasSize(1);
        story.tell(new LinkEvent.ContractConfirmed(Story.terms()));
        assertThat(story.alarmed(AlarmCode.CONTRACT_REFUSED)).isFalse();
    }
}
