package dev.monger.tws.message;

/**
 * Who gave an order and for whom, as rules on records want it.
 *
 * @param customerAccount from version 183
 * @param professionalCustomer from version 184
 * @param manualOrderIndicator from version 192
 * @param submitter only from TWS, from version 198
 */
public record OrderParties(
        String externalOperator,
        String manualOrderTime,
        String customerAccount,
        boolean professionalCustomer,
        int manualOrderIndicator,
        String submitter) {

    /** Nothing said. */
    public static final OrderParties NONE =
            new OrderParties("", "", "", false, Integer.MAX_VALUE, "");
}
