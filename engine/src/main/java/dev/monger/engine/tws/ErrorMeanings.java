package dev.monger.engine.tws;

import dev.monger.core.monger.OrderEvent.ErrorMeaning;

/**
 * What a code about an order is known to mean; section "Error codes for a robust client" of the
 * behaviour reference.
 */
final class ErrorMeanings {

    private ErrorMeanings() {}

    /**
     * Returns the meaning of a code.
     *
     * @param changing whether a change of the order is on its way: the same code then refuses the
     *     change, and the order lives on
     */
    static ErrorMeaning of(int code, boolean changing) {
        return switch (code) {
            case 103 -> ErrorMeaning.DUPLICATE_ID;
            case 104, 105, 329, 434, 2102, 10326, 10327 -> ErrorMeaning.CHANGE_REFUSED;
            case 106,
                    107,
                    109,
                    110,
                    154,
                    163,
                    200,
                    201,
                    203,
                    320,
                    321,
                    322,
                    323,
                    334,
                    382,
                    383,
                    388,
                    413,
                    435,
                    460,
                    10006,
                    10268,
                    10269,
                    10270,
                    10314 ->
                    changing ? ErrorMeaning.CHANGE_REFUSED : ErrorMeaning.REFUSED;
            case 135, 161, 10147, 10148, 10149 -> ErrorMeaning.CANCEL_REFUSED;
            case 202 -> ErrorMeaning.CANCELLED;
            case 512, 515, 10328 -> ErrorMeaning.OUTCOME_UNKNOWN;
            default -> ErrorMeaning.INFORMATION;
        };
    }
}
