package dev.monger.core.portfolio;

import dev.monger.core.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * Profit and loss of the account as the broker says; an amount it has not set is null, never zero.
 *
 * @param daily of the day
 * @param unrealized of what is held
 * @param realized of what was closed today
 */
public record AccountPnl(
        @Nullable Money daily, @Nullable Money unrealized, @Nullable Money realized) {}
