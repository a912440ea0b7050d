/**
 * Every decision of the account's guard: what people did by hand, what the account has lost, and
 * whether anything may open.
 *
 * <p>Start at {@link dev.monger.core.portfolio.PortfolioCore}: one event in, the next state and the
 * commands out. It observes only: it never asks the broker to bind, change or cancel an order, and
 * there is no command with which it could. Each thing a person did is told once, across restarts
 * and lost disks. A breach latches until an operator's reset names it.
 *
 * <p>No clock, topic, wire or log may enter here.
 */
@NullMarked
package dev.monger.core.portfolio;

import org.jspecify.annotations.NullMarked;
