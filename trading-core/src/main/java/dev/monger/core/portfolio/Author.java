package dev.monger.core.portfolio;

/** Whose doing an order or an execution is. */
public enum Author {
    /** A monger's: it books its own. */
    FLEET,
    /** A person's, typed into TWS or a phone. */
    PERSON,
    /** Another program's, connected to the same gateway. */
    OTHER_PROGRAM,
    /** The broker's own: a liquidation. An incident, never a manual fill. */
    BROKER;

    /**
     * Judges by what the broker says of an order; client 0 is the guard itself, which sends no
     * orders, so what carries it was typed.
     */
    static Author of(PortfolioPolicy policy, int clientId, boolean liquidation) {
        if (liquidation) {
            return BROKER;
        }
        if (clientId == 0) {
            return PERSON;
        }
        return clientId >= 1 && clientId <= policy.highestMongerClientId() ? FLEET : OTHER_PROGRAM;
    }
}
