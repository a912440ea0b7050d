package dev.monger.engine.tws;

import dev.monger.core.monger.OrderEvent.ErrorMeaning;
import dev.monger.tws.session.OrderRemark;

/** Says in the core's words what the session read from an error about an order. */
final class ErrorMeanings {

    private ErrorMeanings() {}

    static ErrorMeaning of(OrderRemark remark) {
        return switch (remark) {
            case INFORMATION -> ErrorMeaning.INFORMATION;
            case REFUSED, PARENT_MISSING -> ErrorMeaning.REFUSED;
            case CHANGE_REFUSED -> ErrorMeaning.CHANGE_REFUSED;
            case CANCEL_REFUSED -> ErrorMeaning.CANCEL_REFUSED;
            case CANCELLED -> ErrorMeaning.CANCELLED;
            case DUPLICATE_ID -> ErrorMeaning.DUPLICATE_ID;
            case OUTCOME_UNKNOWN -> ErrorMeaning.OUTCOME_UNKNOWN;
        };
    }
}
