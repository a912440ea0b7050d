package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ConId;
import dev.monger.core.monger.LinkEvent.ContractConfirmed;
import dev.monger.core.monger.LinkEvent.ContractRefused;
import dev.monger.core.monger.MongerCommand;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest.RequestContractDetails;
import org.junit.jupiter.api.Test;

/** A refusal of the contract may pass: TWS starts, or its farm of definitions is away. */
class RefusedContractTest {

    private static final ConId OTHER = new ConId(DeskAtTws.SPY_ID.value() + 1);

    private final DeskAtTws tws = new DeskAtTws();

    private void isRefused() {
        tws.says(tws.last(RequestContractDetails.class).requestId(), 200, "No definition");
    }

    private void asks() {
        tws.connects();
        tws.greets();
        tws.asksForTheContract();
    }

    @Test
    void shouldAskAgainEverMoreSeldomUntilTheContractIsFound() {
        // Given
        asks();
        isRefused();

        // When half a minute, a minute and two have passed
        for (int times = 2; times <= 4; times++) {
            tws.passes((15L << (times - 1)) - 1);
            assertThat(tws.heard(RequestContractDetails.class)).hasSize(times - 1);
            tws.passes(2);
            assertThat(tws.heard(RequestContractDetails.class)).hasSize(times);
            isRefused();
        }

        // Then each was told, and the answer ends it
        assertThat(tws.told(ContractRefused.class)).hasSize(4);
        tws.passes(241);
        tws.answersTheContract();
        tws.answersTheRule();
        assertThat(tws.told(ContractConfirmed.class)).hasSize(1);
        tws.forget();
        tws.passes(700);
        assertThat(tws.heard(RequestContractDetails.class)).isEmpty();
    }

    @Test
    void shouldAskAgainWhenTheBrokerNamesNone() {
        asks();
        tws.says(
                new ReferenceMessage.ContractDataEnd(
                        tws.last(RequestContractDetails.class).requestId()));
        assertThat(tws.told(ContractRefused.class)).hasSize(1);
        tws.passes(31);
        assertThat(tws.heard(RequestContractDetails.class)).hasSize(2);
    }

    @Test
    void shouldAskAtOnceWhenTheFarmOfDefinitionsIsBack() {
        // Given
        asks();
        tws.says(-1, 2158, "Sec-def data farm connection is OK:secdefil");
        assertThat(tws.heard(RequestContractDetails.class)).hasSize(1);
        tws.says(-1, 2157, "Sec-def data farm connection is broken:secdefil");
        isRefused();

        // When
        tws.says(-1, 2158, "Sec-def data farm connection is OK:secdefil");

        // Then
        assertThat(tws.heard(RequestContractDetails.class)).hasSize(2);
    }

    @Test
    void shouldAskAgainForAContractThatTheCoreDoesNotTakeYet() {
        // Given a position in one contract while the broker names another
        tws.trades();
        tws.asksForTheContract();
        tws.answersTheContract(OTHER);
        tws.answersTheRule();
        tws.forget();

        // When the position is closed, and the broker is asked again
        tws.passes(31);
        tws.answersTheContract(OTHER);
        tws.answersTheRule();
        assertThat(tws.told(ContractConfirmed.class)).hasSize(1);
        tws.carryOut(new MongerCommand.SubscribeStreams(OTHER));
        tws.forget();

        // Then there is nothing more to ask
        tws.passes(700);
        assertThat(tws.heard(RequestContractDetails.class)).isEmpty();
    }
}
