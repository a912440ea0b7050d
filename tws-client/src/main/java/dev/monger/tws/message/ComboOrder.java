package dev.monger.tws.message;

import java.util.List;

/**
 * What an order on a combination adds to its legs.
 *
 * @param description TWS's own text of the legs
 */
public record ComboOrder(
        long basisPointsE8,
        int basisPointsType,
        String description,
        List<Long> legPricesE8,
        List<TagValue> routingParameters) {

    /** Not a combination. */
    public static final ComboOrder NONE =
            new ComboOrder(Decimals.UNSET, Integer.MAX_VALUE, "", List.of(), List.of());

    /** Keeps its own copies of the lists. */
    public ComboOrder {
        legPricesE8 = List.copyOf(legPricesE8);
        routingParameters = List.copyOf(routingParameters);
    }
}
