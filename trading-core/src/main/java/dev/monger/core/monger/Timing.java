package dev.monger.core.monger;

/** How long the monger waits for what; each in nanoseconds of the monotonic clock. */
final class Timing {

    private static final long SECOND = 1_000_000_000L;

    /** A submitted order of which nothing is heard becomes UNKNOWN. */
    static final long SUBMIT_NANOS = 5 * SECOND;

    /** A cancel that is not answered makes the order UNKNOWN. */
    static final long CANCEL_NANOS = 5 * SECOND;

    /** After a confirmation by error code the status must follow. */
    static final long STATUS_NANOS = 2 * SECOND;

    /** A change that is not answered is taken as undecided. */
    static final long CHANGE_NANOS = 5 * SECOND;

    /** A report of what stood before a change may come so late and is no person's doing. */
    static final long STALE_REPORT_NANOS = 5 * SECOND;

    /** After a refused change the same is not tried again at once. */
    static final long CHANGE_RETRY_NANOS = 2 * SECOND;

    /** A permit is good for so long. */
    static final long PERMIT_NANOS = 5 * SECOND;

    /** The four lists must end within. */
    static final long LISTS_NANOS = 10 * SECOND;

    /** Two absences that prove must be so far apart. */
    static final long PROOF_SPACING_NANOS = 2 * SECOND;

    /** A difference between broker and ledger is believed after. */
    static final long SETTLE_NANOS = 2 * SECOND;

    /** What the broker does by itself after a fill (reduce, cancel, activate) is waited for. */
    static final long REPAIR_NANOS = SECOND;

    /** A part-filled entry whose stop does not work yet is ended after. */
    static final long PART_FILLED_NANOS = 2 * SECOND;

    /** Fills counted but not told are asked for after. */
    static final long EXECUTIONS_NANOS = 2 * SECOND;

    /** A position without a working stop is told after. */
    static final long UNPROTECTED_NANOS = 5 * SECOND;

    /** An order that stays UNKNOWN is told after. */
    static final long UNKNOWN_ALARM_NANOS = 10 * SECOND;

    /** Without other cause the broker is compared with again after. */
    static final long AUDIT_NANOS = 300 * SECOND;

    /** So long before a command's deadline closing orders are withdrawn. */
    static final long WITHDRAW_NANOS = 3 * SECOND;

    /** An order that has ended is forgotten after. */
    static final long FORGET_NANOS = 600 * SECOND;

    /** A command that a restart interrupted gets so long again. */
    static final long RESTARTED_COMMAND_NANOS = 60 * SECOND;

    /** Entries of so long a time are counted against the rate. */
    static final long RATE_NANOS = 60 * SECOND;

    private Timing() {}
}
