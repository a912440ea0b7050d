package dev.monger.simulator.front;

/**
 * What TWS does where the sources ({@code docs/sources.md}) disagree or say nothing: each is a
 * switch, and the usual reading is off.
 *
 * <p>These are half of what {@code --readings} names. Of the others, {@link FrontSettings} has
 * {@code negativeBinding} (off by {@code positive-binding}), {@code masterSeesErrors} ({@code
 * master-hears-errors}) and {@code repeatsFilled} (off by {@code filled-once}); {@link
 * dev.monger.simulator.backend.BackendSettings} has {@code pendingCancel} and {@link
 * dev.monger.simulator.backend.BackendSettings.Oca} {@code cancelSpreads}.
 *
 * @param commissionsToAll commission reports reach every client, also of orders it never saw
 * @param zeroSeesUnbound client 0 is told of orders people type without binding them, master or
 *     not; {@code zero-sees-manual}
 * @param ownExecutionsOnly a client that is not the master is shown its own executions only,
 *     whatever it asks for
 * @param locateShowsInactive an order held for locate shows as Inactive instead of PreSubmitted
 * @param presetDay an order without a time in force is set to DAY by a preset, and 10349 says so
 */
public record Readings(
        boolean commissionsToAll,
        boolean zeroSeesUnbound,
        boolean ownExecutionsOnly,
        boolean locateShowsInactive,
        boolean presetDay) {

    /** The usual reading of everything. */
    public static final Readings USUAL = new Readings(false, false, false, false, false);
}
