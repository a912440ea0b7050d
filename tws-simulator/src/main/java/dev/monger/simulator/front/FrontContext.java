package dev.monger.simulator.front;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerBooks;
import dev.monger.simulator.fault.Faults;
import dev.monger.simulator.fault.Turn;
import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Venue;

/**
 * What every part of the front works with.
 *
 * @param settings TWS's settings
 * @param backend the broker behind it
 * @param writer writes orders and executions
 * @param echoes what clients wrote
 * @param finder finds instruments
 * @param agenda what is to be done later
 * @param drafts orders nobody has transmitted
 * @param feed which market data are shown
 * @param faults what goes wrong
 */
record FrontContext(
        FrontSettings settings,
        Backend backend,
        OrderWriter writer,
        OrderEchoes echoes,
        ContractFinder finder,
        Agenda agenda,
        DraftDesk drafts,
        DataFeed feed,
        Faults faults) {

    Venue venue() {
        return backend.venue();
    }

    /** What TWS knows of the broker's books, for those that ask only while it knows something. */
    BrokerBooks books() {
        BrokerBooks known = faults.link().known();
        if (known == null) {
            throw new IllegalStateException("Invariant: what TWS does not know is not asked for");
        }
        return known;
    }

    /** The books of an account as TWS knows them. */
    AccountBooks books(String account) {
        for (AccountBooks books : books().allBooks()) {
            if (books.account().equals(account)) {
                return books;
            }
        }
        throw new IllegalArgumentException("Condition failed: account exists, account " + account);
    }

    /**
     * Asks for a deed at a time, for which TWS needs the broker: without a link to it the deed is
     * done when the link is back.
     */
    void whenLinked(long nanos, Runnable deed) {
        agenda.at(nanos, () -> faults.link().pass(Turn.STREAMS, deed));
    }

    long nowNanos() {
        return backend.venue().nowNanos();
    }
}
