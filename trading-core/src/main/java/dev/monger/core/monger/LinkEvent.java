package dev.monger.core.monger;

import dev.monger.core.model.ContractTerms;

/** What is known of the two links to the broker, and of the contract behind them. */
public sealed interface LinkEvent extends MongerEvent {

    /**
     * The session with TWS is ready: the handshake is done and the next order id is known.
     *
     * @param brokerConnected whether TWS is itself connected to the broker, as far as is known
     */
    record LinkOpened(boolean brokerConnected) implements LinkEvent {}

    /** The session with TWS is gone. */
    record LinkLost(String reason) implements LinkEvent {}

    /** TWS and the broker are apart (1100, 2110): nothing may be sent. */
    record BrokerConnectivityLost(String reason) implements LinkEvent {}

    /**
     * TWS and the broker are together again.
     *
     * @param dataLost whether subscriptions died (1101) or live on (1102)
     */
    record BrokerConnectivityRestored(boolean dataLost) implements LinkEvent {}

    /**
     * A scheduled restart of TWS is close: nothing that opens may be sent until the next session.
     */
    record RestartApproaching() implements LinkEvent {}

    /** The broker found exactly one contract. */
    record ContractConfirmed(ContractTerms terms) implements LinkEvent {}

    /** The broker knows no such contract, or several. */
    record ContractRefused(String text) implements LinkEvent {}
}
