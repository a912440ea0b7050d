package dev.monger.tws.message;

/**
 * What an attached order hedges.
 *
 * @param type D delta, B beta, F currency, P pair; empty when it hedges nothing
 */
public record HedgeOrder(String type, String parameter) {

    /** Not a hedge. */
    public static final HedgeOrder NONE = new HedgeOrder("", "");
}
