/**
 * The whole of the portfolio service but its input and output.
 *
 * <p>Start at {@link dev.monger.engine.portfolio.PortfolioEngine}. Messages of the session on
 * client id 0 and records become events of {@link dev.monger.core.portfolio.PortfolioCore}; its
 * commands become requests and records. No request that binds, changes or cancels an order is ever
 * written here: {@link dev.monger.engine.portfolio.AccountRequests} is the whole list.
 */
@NullMarked
package dev.monger.engine.portfolio;

import org.jspecify.annotations.NullMarked;
