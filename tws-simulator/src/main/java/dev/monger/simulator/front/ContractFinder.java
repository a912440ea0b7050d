package dev.monger.simulator.front;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Venue;
import dev.monger.tws.message.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the listed instruments a client's contract could mean. */
final class ContractFinder {
    static final List<String> EXCHANGES =
            List.of(
                    "SMART", "AMEX", "NYSE", "CBOE", "PHLX", "ARCA", "NASDAQ", "BATS", "IEX",
                    "ISLAND");

    private final Venue venue;

    ContractFinder(Venue venue) {
        this.venue = venue;
    }

    /** What a lookup of one instrument gave. */
    sealed interface Found {
        /** Exactly one matches. */
        record One(Instrument instrument) implements Found {}

        /** None or several match; the text is TWS's. */
        record NotOne(String text) implements Found {}
    }

    Found one(Contract contract) {
        List<Instrument> all = all(contract);
        if (all.size() == 1) {
            return new Found.One(all.getFirst());
        }
        return new Found.NotOne(
                all.isEmpty()
                        ? "No security definition has been found for the request"
                        : "The contract description specified for "
                                + contract.symbol()
                                + " is ambiguous; you must specify the multiplier or trading class or currency.");
    }

    List<Instrument> all(Contract contract) {
        List<Instrument> found = new ArrayList<>();
        for (Market market : venue.markets()) {
            if (matches(contract, market.instrument())) {
                found.add(market.instrument());
            }
        }
        return found;
    }

    List<Instrument> like(String pattern) {
        String wanted = pattern.strip().toUpperCase(Locale.ROOT);
        List<Instrument> found = new ArrayList<>();
        for (Market market : venue.markets()) {
            Instrument instrument = market.instrument();
            if (!wanted.isEmpty()
                    && (instrument.symbol().startsWith(wanted)
                            || instrument.longName().contains(wanted))) {
                found.add(instrument);
            }
        }
        return found;
    }

    private static boolean matches(Contract wanted, Instrument instrument) {
        boolean named =
                wanted.conId() != 0
                        ? wanted.conId() == instrument.conId()
                        : matchesName(wanted, instrument);
        return named
                && isEmptyOr(wanted.secType(), "STK")
                && isEmptyOr(wanted.currency(), instrument.currency())
                && isEmptyOr(wanted.primaryExchange(), instrument.primaryExchange())
                && (wanted.exchange().isEmpty()
                        || wanted.exchange().equals(instrument.primaryExchange())
                        || EXCHANGES.contains(wanted.exchange()));
    }

    private static boolean matchesName(Contract wanted, Instrument instrument) {
        boolean nothingSaid = wanted.symbol().isEmpty() && wanted.localSymbol().isEmpty();
        return !nothingSaid
                && wanted.secType().equals("STK")
                && isEmptyOr(wanted.symbol(), instrument.symbol())
                && isEmptyOr(wanted.localSymbol(), instrument.symbol());
    }

    private static boolean isEmptyOr(String given, String expected) {
        return given.isEmpty() || given.equals(expected);
    }
}
