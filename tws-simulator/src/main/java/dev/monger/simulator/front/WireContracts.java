package dev.monger.simulator.front;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.SymbolSample;
import java.util.Collections;
import java.util.List;

/** Instruments as the wire shows them. */
final class WireContracts {
    private static final String ORDER_TYPES =
            "ACTIVETIM,AD,ADJUST,ALERT,BASKET,COND,DAY,GTC,GTD,IOC,LMT,MKT,MOC,OCA,STP,STPLMT,TRAIL,WHATIF";

    private WireContracts() {}

    static Contract contract(Instrument instrument) {
        return Contract.of(instrument.symbol(), "STK", "SMART", instrument.currency())
                .withConId(instrument.conId())
                .withPrimaryExchange(instrument.primaryExchange())
                .withLocalNames(instrument.symbol(), instrument.tradingClass());
    }

    static ContractDetails details(Instrument instrument, TradingCalendar calendar, long nowNanos) {
        String exchanges = String.join(",", ContractFinder.EXCHANGES);
        String rule = Integer.toString(instrument.marketRuleId());
        String rules = String.join(",", Collections.nCopies(ContractFinder.EXCHANGES.size(), rule));
        return ContractDetails.builder(contract(instrument))
                .marketName(instrument.tradingClass())
                .minTickE8(instrument.minTickE8())
                .orderTypes(ORDER_TYPES)
                .validExchanges(exchanges)
                .marketRuleIds(rules)
                .longName(instrument.longName())
                .stockType(instrument.stockType())
                .timeZoneId("US/Eastern")
                .tradingHours(calendar.tradingHours(nowNanos))
                .liquidHours(calendar.liquidHours(nowNanos))
                .aggGroup(1)
                .minSizeE8(Decimals.ONE)
                .sizeIncrementE8(Decimals.ONE)
                .suggestedSizeIncrementE8(100 * Decimals.ONE)
                .build();
    }

    static SymbolSample sample(Instrument instrument) {
        return new SymbolSample(
                instrument.conId(),
                instrument.symbol(),
                "STK",
                instrument.primaryExchange(),
                instrument.currency(),
                List.of("OPT"),
                instrument.longName(),
                "");
    }
}
