/**
 * The account's guard as a process: client id 0, the permit, profit and loss, people's orders.
 *
 * <p>Start at {@link dev.monger.portfolio.PortfolioMain}, then {@link
 * dev.monger.portfolio.Portfolio}, which puts the engine into its shell. Every decision is made by
 * {@link dev.monger.engine.portfolio.PortfolioEngine}; here are only its settings and its HTTP.
 */
@NullMarked
package dev.monger.portfolio;

import org.jspecify.annotations.NullMarked;
