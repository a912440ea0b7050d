package dev.monger.engine.portfolio;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Money;
import dev.monger.core.portfolio.PortfolioPolicy;
import dev.monger.engine.avro.FlatJson;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the account's guard is configured with; its text form is what the journal keeps.
 *
 * @param account the account
 * @param currency its base currency
 * @param dailyLossLimit a loss above zero at which everything halts; null for none
 */
public record PortfolioSettings(String account, String currency, @Nullable Money dailyLossLimit) {

    private static final int HIGHEST_MONGER_CLIENT_ID = 31;

    PortfolioPolicy policy(long sessionEpoch) {
        return new PortfolioPolicy(
                new AccountId(account),
                dailyLossLimit,
                HIGHEST_MONGER_CLIENT_ID,
                sessionEpoch,
                PortfolioPolicy.Pace.DEFAULT);
    }

    /** Writes the text form. */
    public String text() {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("account", account);
        fields.put("currency", currency);
        if (dailyLossLimit != null) {
            fields.put("dailyLossLimit", dailyLossLimit.toString());
        }
        return FlatJson.write(fields);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static PortfolioSettings read(String text) {
        SortedMap<String, String> fields = FlatJson.read(text);
        String account = fields.get("account");
        String currency = fields.get("currency");
        String limit = fields.get("dailyLossLimit");
        if (account == null || currency == null) {
            throw new IllegalArgumentException(
                    "Condition failed: the settings have account and currency");
        }
        return new PortfolioSettings(account, currency, limit == null ? null : Money.of(limit));
    }
}
