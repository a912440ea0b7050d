package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.ListingEvent;
import dev.monger.core.monger.ListingEvent.Listing;
import dev.monger.core.monger.MongerCommand;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists of a reconciliation when TWS loses an end, or sends it late. */
class DeskListsTest {

    private final DeskAtTws tws = new DeskAtTws();

    @BeforeEach
    void trades() {
        tws.trades();
        tws.passes(2);
        tws.forget();
    }

    private void asks(long round) {
        tws.carryOut(new MongerCommand.RequestReconciliation(round));
    }

    private int executionsId() {
        return tws.last(OrderRequest.RequestExecutions.class).requestId();
    }

    private void endsAllButOpenOrders() {
        tws.says(new OrderMessage.ExecDetailsEnd(executionsId()));
        tws.says(new OrderMessage.CompletedOrdersEnd());
        tws.says(new AccountMessage.PositionEnd());
    }

    private List<ListingEvent> told() {
        return tws.told(ListingEvent.class);
    }

    @Test
    void shouldFailOneRoundOnlyWhenAnEndIsLost() {
        // Given
        asks(1);
        endsAllButOpenOrders();
        tws.passes(4);
        assertThat(told()).last().isEqualTo(new ListingEvent.OpenOrdersListed(1, Listing.UNKNOWN));

        // When the next round comes, as soon as the core may ask
        tws.forget();
        tws.passes(2);
        asks(2);
        endsAllButOpenOrders();
        assertThat(tws.heard(OrderRequest.RequestOpenOrders.class)).isEmpty();
        tws.passes(2);
        assertThat(tws.heard(OrderRequest.RequestOpenOrders.class)).hasSize(1);
        tws.says(new OrderMessage.OpenOrderEnd());

        // Then
        assertThat(told()).last().isEqualTo(new ListingEvent.OpenOrdersListed(2, Listing.LISTED));
    }

    @Test
    void shouldNotTakeALateEndForThatOfTheNextRound() {
        asks(1);
        endsAllButOpenOrders();
        tws.passes(5);
        tws.forget();
        asks(2);
        tws.says(new OrderMessage.OpenOrderEnd());
        assertThat(told()).isEmpty();
        tws.passes(1);
        tws.says(new OrderMessage.OpenOrderEnd());
        assertThat(told()).containsExactly(new ListingEvent.OpenOrdersListed(2, Listing.LISTED));
    }

    @Test
    void shouldTakeExecutionsOfTheRoundWhateverBecameOfEarlierOnes() {
        // Given executions that are not answered, and a round that follows before they are overdue
        asks(1);
        asks(2);

        // When
        tws.says(new OrderMessage.ExecDetailsEnd(executionsId()));

        // Then
        assertThat(told()).last().isEqualTo(new ListingEvent.ExecutionsListed(2, Listing.LISTED));
        tws.forget();
        tws.passes(5);
        assertThat(tws.told(ListingEvent.ExecutionsListed.class)).isEmpty();
    }

    @Test
    void shouldEndThePositionsBeforeItAsksForThemAgain() {
        // Given positions that never end
        asks(1);
        tws.passes(5);
        asks(2);
        tws.passes(1);
        asks(3);
        tws.forget();

        // When
        tws.passes(3);

        // Then one question leaves, behind the last end of the stream
        assertThat(tws.heard(AccountRequest.RequestPositions.class)).hasSize(1);
        tws.says(new AccountMessage.PositionEnd());
        assertThat(told()).contains(new ListingEvent.PositionsListed(3, Listing.LISTED));
    }
}
