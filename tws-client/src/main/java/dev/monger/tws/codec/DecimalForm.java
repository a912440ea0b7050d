package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;

/** How a decimal is spelt in one place of the wire; reading takes every spelling. */
enum DecimalForm {
    /** {@code 100}; an empty field is 0. */
    AMOUNT(false, DecimalForm.LARGEST_DOUBLE, 0),
    /** {@code 100.0}; an empty field is 0. */
    POINT(true, DecimalForm.LARGEST_DOUBLE, 0),
    /** {@code 100.0}; missing is the largest double. */
    POINT_OR_LARGEST(true, DecimalForm.LARGEST_DOUBLE, Decimals.UNSET),
    /** {@code 100}; missing is empty. */
    OPTIONAL(false, "", Decimals.UNSET),
    /** {@code 100.0}; missing is empty. */
    POINT_OPTIONAL(true, "", Decimals.UNSET),
    /** {@code 100.0}; missing is written as TWS does, {@code 0.0}. */
    POINT_OR_ZERO(true, "0.0", Decimals.UNSET),
    /** {@code 100}; missing is 0 both ways, since an amount of 0 means nothing here. */
    NONZERO(false, "0", Decimals.UNSET),
    /** {@code 100}; 0 is written as an empty field. */
    ZERO_AS_EMPTY(false, DecimalForm.LARGEST_DOUBLE, 0),
    /** {@code 100}; missing is empty, and any type's largest value is missing too. */
    QUANTITY(false, "", Decimals.UNSET),
    /** {@code 0.02} or {@code Infinity}; missing is empty. */
    OFFSET(false, "", Decimals.UNSET);

    static final String LARGEST_DOUBLE = "1.7976931348623157E308";

    private final boolean withPoint;
    private final String unset;
    private final long emptyValue;

    DecimalForm(boolean withPoint, String unset, long emptyValue) {
        this.withPoint = withPoint;
        this.unset = unset;
        this.emptyValue = emptyValue;
    }

    boolean withPoint() {
        return withPoint;
    }

    String unsetText() {
        return unset;
    }

    /** What an empty field means. */
    long emptyValue() {
        return emptyValue;
    }
}
