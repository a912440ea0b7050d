package dev.monger.tws.message;

/** Who decided and who executes, for European rules. */
public record Mifid2(
        String decisionMaker, String decisionAlgo, String executionTrader, String executionAlgo) {

    /** Not said. */
    public static final Mifid2 NONE = new Mifid2("", "", "", "");
}
