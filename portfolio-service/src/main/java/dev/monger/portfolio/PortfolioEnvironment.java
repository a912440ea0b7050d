package dev.monger.portfolio;

import dev.monger.core.model.Money;
import dev.monger.shell.environment.EnvironmentReader;
import dev.monger.shell.environment.ServiceEnvironment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the account's guard is told by its environment.
 *
 * @param service what every service is told
 * @param dailyLossLimit above zero; null for none
 */
record PortfolioEnvironment(ServiceEnvironment service, @Nullable Money dailyLossLimit) {

    private static final String LIMIT = "MONGER_DAILY_LOSS_LIMIT";
    private static final String LIMIT_WANTED =
            "give a loss above zero in the account's currency, as in 5000 or 250.50; or unset it"
                    + " for none";

    /** Reads it; the reader keeps everything that is wrong. */
    static PortfolioEnvironment from(EnvironmentReader reader) {
        return new PortfolioEnvironment(ServiceEnvironment.from(reader), limit(reader));
    }

    private static @Nullable Money limit(EnvironmentReader reader) {
        Optional<String> text = reader.text(LIMIT);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Money limit = Money.of(text.get());
            if (limit.signum() > 0) {
                return limit;
            }
            reader.refuse(LIMIT, LIMIT_WANTED);
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            reader.refuse(LIMIT, LIMIT_WANTED);
        }
        return null;
    }
}
