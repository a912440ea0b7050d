package dev.monger.simulator.fault;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;

/** What faults can do to the simulator they belong to, beyond what they do to messages. */
public interface FaultWorld {

    /** The broker, and behind it the exchange. */
    Backend backend();

    /** Tells every session something that is about no request. */
    void notice(int code, String text);

    /** Lets what sessions were told in one moment leave. */
    void tell();

    /** Ends every session and what TWS had not transmitted; the broker goes on. */
    void restartFront();

    /** Ends the subscriptions to data of every session without a word. */
    void dropSubscriptions();

    /** Gives a person's order an API order id, when client 0 is connected. */
    void bind(BrokerOrder order);
}
