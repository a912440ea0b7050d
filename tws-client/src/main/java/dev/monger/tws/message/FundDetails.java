package dev.monger.tws.message;

/** What a fund adds to the details of a contract, from version 179. */
public record FundDetails(
        String name,
        String family,
        String type,
        String frontLoad,
        String backLoad,
        String backLoadTimeInterval,
        String managementFee,
        boolean closed,
        boolean closedForNewInvestors,
        boolean closedForNewMoney,
        String notifyAmount,
        String minimumInitialPurchase,
        String subsequentMinimumPurchase,
        String blueSkyStates,
        String blueSkyTerritories,
        String distributionPolicy,
        String assetType) {

    /** Not a fund. */
    public static final FundDetails NONE =
            new FundDetails(
                    "", "", "", "", "", "", "", false, false, false, "", "", "", "", "", "", "");
}
