package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ContractDescription;
import dev.monger.core.monger.LinkEvent;
import dev.monger.tws.message.ReferenceRequest.RequestContractDetails;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import org.junit.jupiter.api.Test;

class ContractLookupTest {

    private static final ContractDescription SPY =
            new ContractDescription("SPY", "STK", "SMART", "ARCA", "USD", null);

    private static final ErrorMessage NO_DEFINITION =
            ErrorMessage.of(7, 200, "No security definition");

    private final ContractLookup lookup = new ContractLookup();

    @Test
    void shouldTakeTheBrokersWordThatThereIsNoSuchContract() {
        lookup.start(7, SPY);
        assertThat(lookup.failed(NO_DEFINITION, false, 0))
                .isEqualTo(
                        new ContractLookup.Next.Tell(
                                new LinkEvent.ContractRefused("200: No security definition")));
        assertThat(lookup.restored(() -> 8)).isEqualTo(new ContractLookup.Next.Wait());
    }

    /** M25: without the broker TWS says of good contracts too that it knows none. */
    @Test
    void shouldAskAgainForWhatWasRefusedWithoutTheBroker() {
        // Given
        lookup.start(7, SPY);
        assertThat(lookup.failed(NO_DEFINITION, true, 0)).isEqualTo(new ContractLookup.Next.Wait());

        // When
        ContractLookup.Next next = lookup.restored(() -> 8);

        // Then
        assertThat(next).isInstanceOf(ContractLookup.Next.Ask.class);
        var request = (RequestContractDetails) ((ContractLookup.Next.Ask) next).request();
        assertThat(request.requestId()).isEqualTo(8);
        assertThat(request.contract().symbol()).isEqualTo("SPY");
        assertThat(lookup.restored(() -> 9)).isEqualTo(new ContractLookup.Next.Wait());
    }
}
