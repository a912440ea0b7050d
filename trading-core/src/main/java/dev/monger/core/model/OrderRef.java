package dev.monger.core.model;

/**
 * The name we give an order; with {@link PermId} the only key of an order.
 *
 * @param value lease epoch and cause, at most 40 printable characters
 */
public record OrderRef(String value) implements Comparable<OrderRef> {

    /** Refuses an empty one. */
    public OrderRef {
        if (value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException(
                    "Condition failed: an order reference of 1 to 40 characters");
        }
    }

    @Override
    public int compareTo(OrderRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
