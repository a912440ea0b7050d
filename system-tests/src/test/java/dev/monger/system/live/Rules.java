package dev.monger.system.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Assignments of a test, as a user would write them. */
final class Rules {

    private Rules() {}

    /** Tickers that trade by indicators, often. */
    static String lively(Path folder, String... tickers) {
        return write(
                folder,
                """
                defaults:
                  sizing: {unit: 100, maximum: 200}
                  predictions: {indicators: ema-cross 2 5, bar: 5s, bars: 20}
                  signals:
                    bullish: {from: 0.5, to: 1}
                    bearish: {from: 0.5, to: 1}
                    allowShort: true
                    maximumAge: 60s
                  entry: {spacing: 30s, pricing: cross, offsetTicks: 3, goodTill: 60s, coolDownAfterStop: 30s}
                  exit: {maximumHolding: 3m, takeProfit: 1%, stopLoss: 1%, closeReprice: 10s, closeTicks: 5}
                  risk: {maximumLossPerDay: 1000000, maximumDataAge: 60s, ordersPerMinute: 600}
                  stop: {onStop: flatten}
                assignments:
                """,
                tickers);
    }

    /** Tickers that trade on signals alone, so that a test decides when; exits are far away. */
    static String onSignals(Path folder, String... tickers) {
        return write(
                folder,
                """
                defaults:
                  sizing: {unit: 100, maximum: 100}
                  signals: {maximumAge: 30s}
                  entry: {spacing: 1s, pricing: cross, offsetTicks: 5, goodTill: 20s}
                  exit: {maximumHolding: 1h, takeProfit: 10%, stopLoss: 10%, closeReprice: 2s, closeTicks: 5}
                  risk: {maximumLossPerDay: 1000000, maximumDataAge: 10s, ordersPerMinute: 60}
                  stop: {onStop: flatten}
                assignments:
                """,
                tickers);
    }

    private static String write(Path folder, String defaults, String... tickers) {
        StringBuilder yaml = new StringBuilder(defaults);
        for (String ticker : tickers) {
            yaml.append("  - ticker: ").append(ticker).append('\n');
        }
        try {
            Path file = folder.resolve("assignments.yaml");
            Files.writeString(file, yaml);
            return file.toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
