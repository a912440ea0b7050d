package dev.monger.service;

import dev.monger.schemas.Topics;
import dev.monger.shell.RecordFilter;

/**
 * Which records concern a monger: those of its ticker, commands for all, and its account's risk.
 *
 * @param ticker its own
 * @param account its own
 */
record OwnRecords(String ticker, String account) implements RecordFilter {

    @Override
    public boolean takes(String topic, String key) {
        if (topic.equals(Topics.RISK.name())) {
            return key.equals(account);
        }
        return key.equals(ticker)
                || (topic.equals(Topics.COMMANDS.name()) && key.equals(Topics.ALL_TICKERS));
    }
}
