package dev.monger.simulator.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults there are; what each does and what can be chosen stands in the catalogue. */
public enum FaultKind {
    DUPLICATE_STATUS,
    MISSING_STATUS,
    EXECUTION_FIRST,
    LATE_COMMISSION,
    EARLY_COMMISSION,
    UNSET_COMMISSION,
    SWALLOWED_ORDER,
    DROP_BEFORE_ORDER,
    DROP_AFTER_ORDER,
    SECOND_INCARNATION,
    FILLS_AFTER_LINK_LOSS,
    LINK_STORM,
    FARM_FLAP,
    GHOST_SESSION,
    SILENT_HANDSHAKE,
    SILENT_SESSION,
    MISSING_END,
    CORRECTION,
    EXECUTION_AFTER_CANCEL,
    INFO_CODE,
    CANCEL_REFUSED,
    CANCEL_WITHOUT_STATUS,
    ORDER_HELD_IN_OUTAGE,
    MANUAL_ORDER_BOUND,
    MANUAL_FILL,
    LIQUIDATION,
    PACING_DELAY,
    PACING_REJECT,
    CLIENT_LIMIT,
    HISTORY_PACING,
    HISTORY_QUERY_LOST,
    LIVE_UPDATES_FAILED,
    UPDATES_STOP_AT_MIDNIGHT,
    FALSE_UNKNOWN_CONTRACT,
    MISSING_PARENT,
    INACTIVE_ORDER,
    PNL_UNSET,
    PNL_SILENT,
    PNL_RESET,
    ACCOUNT_NOT_READY,
    DAILY_RESTART,
    TOKEN_EXPIRED,
    COMPETING_SESSION,
    UNSOLICITED_FRAMES,
    UNKNOWN_ZONE,
    UNKNOWN_CODE,
    UNKNOWN_STATUS,
    PAPER_REMAINDER,
    PAPER_LIMIT,
    DELAYED_AS_LIVE,
    FROZEN_AS_LIVE,
    POSITION_MOVED,
    SHORT_EXECUTION_MEMORY;

    private FaultCatalogue.Entry entry() {
        return FaultCatalogue.entry(name());
    }

    /**
     * Its number in the list of TWS's misbehaviour, with a word behind it where one has several.
     */
    public String number() {
        return entry().number();
    }

    /** What goes wrong, in a sentence. */
    public String sentence() {
        return entry().sentence();
    }

    /** What can be chosen, its own parameters first. */
    public List<FaultParameter> parameters() {
        return List.copyOf(entry().parameters());
    }

    /** Whether it happens by itself as time passes, rather than at something said or done. */
    public boolean isDeed() {
        return entry().occasion() == FaultCatalogue.Occasion.DEED;
    }

    /** Whether it strikes single sessions, so that one client id can be chosen. */
    boolean isOfASession() {
        return entry().occasion() == FaultCatalogue.Occasion.SESSION;
    }

    /** The names of parameters that stand for the same with every fault of its sort. */
    public static List<String> usualParameters() {
        return List.of("perThousand", "times", "clientId", "firstMillis", "everyMillis");
    }

    /** The parameter of a name, or null. */
    public @Nullable FaultParameter parameter(String name) {
        for (FaultParameter parameter : entry().parameters()) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    /** The kind of a number or a name, or null. */
    public static @Nullable FaultKind of(String text) {
        for (FaultKind kind : values()) {
            if (kind.number().equals(text) || kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }
}
