package dev.monger.tws.message;

/**
 * How an advisor shares an order among accounts.
 *
 * @param profile only on the wire below version 177
 */
public record AdvisorAllocation(String group, String method, String percentage, String profile) {

    /** No allocation. */
    public static final AdvisorAllocation NONE = new AdvisorAllocation("", "", "", "");
}
