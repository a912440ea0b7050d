package dev.monger.fleet.world;

import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.monger.MongerSettings;
import dev.monger.schemas.Topics;

/** How a monger is housed: its settings, and what it reads. */
final class MongerLodging {

    private static final int MESSAGES_PER_SECOND = 10;

    private MongerLodging() {}

    static Lodger of(String ticker, String account, int clientId) {
        MongerSettings settings =
                new MongerSettings(ticker, account, clientId, MESSAGES_PER_SECOND);
        return new Lodger(
                "monger-" + ticker,
                () -> new MongerEngine(settings),
                settings.text(),
                MongerEngine.READ_TOPICS,
                key -> key.equals(ticker) || key.equals(account) || key.equals(Topics.ALL_TICKERS));
    }
}
