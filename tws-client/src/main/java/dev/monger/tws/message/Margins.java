package dev.monger.tws.message;

/** Margin figures before and after an order; unset unless it was asked what if. */
public record Margins(
        long initialBeforeE8,
        long maintenanceBeforeE8,
        long equityWithLoanBeforeE8,
        long initialChangeE8,
        long maintenanceChangeE8,
        long equityWithLoanChangeE8,
        long initialAfterE8,
        long maintenanceAfterE8,
        long equityWithLoanAfterE8) {

    /** No figures. */
    public static final Margins NONE =
            new Margins(
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET);
}
