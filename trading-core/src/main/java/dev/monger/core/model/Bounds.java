package dev.monger.core.model;

import java.time.Duration;

/** Refusals that the groups of an assignment share: each value within what its field allows. */
final class Bounds {

    private Bounds() {}

    static void require(String key, Duration value) {
        FieldKind kind = FieldCatalogue.kindOf(key);
        boolean right =
                switch (kind) {
                    case FieldKind.Span(Duration lowest, Duration highest) ->
                            value.compareTo(lowest) >= 0 && value.compareTo(highest) <= 0;
                    case FieldKind.Spans spans -> spans.lengths().contains(value);
                    default -> throw wrongKind(key);
                };
        if (!right) {
            throw new FieldRefusedException(key, FieldText.duration(value), kind.wanted());
        }
    }

    static void require(String key, int value) {
        FieldKind kind = FieldCatalogue.kindOf(key);
        switch (kind) {
            case FieldKind.Whole(int lowest, int highest) ->
                    require(key, String.valueOf(value), kind, lowest <= value && value <= highest);
            case FieldKind.Fraction(int lowest, int highest) ->
                    require(
                            key,
                            FieldText.fraction(value),
                            kind,
                            lowest <= value && value <= highest);
            default -> throw wrongKind(key);
        }
    }

    static void require(String key, Money value) {
        require(key, value.toString(), new FieldKind.Amount(), value.signum() > 0);
    }

    private static void require(String key, String value, FieldKind kind, boolean right) {
        if (!right) {
            throw new FieldRefusedException(key, value, kind.wanted());
        }
    }

    private static IllegalStateException wrongKind(String key) {
        return new IllegalStateException("Invariant: " + key + " is of another kind");
    }
}
