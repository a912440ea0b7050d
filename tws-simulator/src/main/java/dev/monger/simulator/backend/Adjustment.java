package dev.monger.simulator.backend;

/**
 * A change of an account's books without an execution.
 *
 * @param account whose
 * @param conId the contract
 * @param shares how many more are held, negative for fewer
 * @param cashE8 how much more cash there is, units of 1e-8
 * @param realizedE8 profit realized by it
 * @param capitalE8 how much was brought in from outside, negative when taken out
 */
public record Adjustment(
        String account, int conId, long shares, long cashE8, long realizedE8, long capitalE8) {}
