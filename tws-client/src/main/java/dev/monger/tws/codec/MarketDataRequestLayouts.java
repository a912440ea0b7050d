package dev.monger.tws.codec;

import dev.monger.tws.message.ComboLeg;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.DeltaNeutralContract;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.MarketDataRequest.CancelHeadTimestamp;
import dev.monger.tws.message.MarketDataRequest.CancelHistoricalData;
import dev.monger.tws.message.MarketDataRequest.CancelMarketData;
import dev.monger.tws.message.MarketDataRequest.CancelRealTimeBars;
import dev.monger.tws.message.MarketDataRequest.CancelTickByTick;
import dev.monger.tws.message.MarketDataRequest.RequestHeadTimestamp;
import dev.monger.tws.message.MarketDataRequest.RequestHistoricalData;
import dev.monger.tws.message.MarketDataRequest.RequestMarketData;
import dev.monger.tws.message.MarketDataRequest.RequestMarketDataType;
import dev.monger.tws.message.MarketDataRequest.RequestRealTimeBars;
import dev.monger.tws.message.MarketDataRequest.RequestTickByTick;
import java.util.List;

/** Layouts of requests for prices. */
final class MarketDataRequestLayouts {

    private static final Layout<RequestMarketDataType> REQUEST_MARKET_DATA_TYPE =
            new Layout<>(
                    59,
                    0,
                    new RequestMarketDataType(0),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestMarketDataType(
                                f.integer("marketDataType", m.marketDataType()));
                    });

    private static final Layout<RequestMarketData> REQUEST_MARKET_DATA =
            new Layout<>(
                    1,
                    0,
                    new RequestMarketData(0, Contract.NONE, "", false, false, ""),
                    MarketDataRequestLayouts::marketData);

    private static final Layout<CancelMarketData> CANCEL_MARKET_DATA =
            new Layout<>(
                    2,
                    0,
                    new CancelMarketData(0),
                    (f, m) -> {
                        f.filler("2");
                        return new CancelMarketData(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<RequestTickByTick> REQUEST_TICK_BY_TICK =
            new Layout<>(
                    97,
                    0,
                    new RequestTickByTick(0, Contract.NONE, "", 0, false),
                    (f, m) ->
                            new RequestTickByTick(
                                    f.integer("requestId", m.requestId()),
                                    ContractFields.twelve(f, m.contract()),
                                    f.text("tickType", m.tickType()),
                                    f.integer("numberOfTicks", m.numberOfTicks()),
                                    f.flag("ignoreSize", m.ignoreSize())));

    private static final Layout<CancelTickByTick> CANCEL_TICK_BY_TICK =
            new Layout<>(
                    98,
                    0,
                    new CancelTickByTick(0),
                    (f, m) -> new CancelTickByTick(f.integer("requestId", m.requestId())));

    private static final Layout<RequestRealTimeBars> REQUEST_REAL_TIME_BARS =
            new Layout<>(
                    50,
                    0,
                    new RequestRealTimeBars(0, Contract.NONE, 0, "", false, ""),
                    (f, m) -> {
                        f.filler("3");
                        return new RequestRealTimeBars(
                                f.integer("requestId", m.requestId()),
                                ContractFields.twelve(f, m.contract()),
                                f.integer("barSize", m.barSize()),
                                f.text("whatToShow", m.whatToShow()),
                                f.flag("useRTH", m.useRegularHours()),
                                f.text("options", m.options()));
                    });

    private static final Layout<CancelRealTimeBars> CANCEL_REAL_TIME_BARS =
            new Layout<>(
                    51,
                    0,
                    new CancelRealTimeBars(0),
                    (f, m) -> {
                        f.filler("1");
                        return new CancelRealTimeBars(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<RequestHistoricalData> REQUEST_HISTORICAL_DATA =
            new Layout<>(
                    20,
                    0,
                    new RequestHistoricalData(
                            0, Contract.NONE, false, "", "", "", false, "", 0, false, ""),
                    MarketDataRequestLayouts::history);

    private static final Layout<CancelHistoricalData> CANCEL_HISTORICAL_DATA =
            new Layout<>(
                    25,
                    0,
                    new CancelHistoricalData(0),
                    (f, m) -> {
                        f.filler("1");
                        return new CancelHistoricalData(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<RequestHeadTimestamp> REQUEST_HEAD_TIMESTAMP =
            new Layout<>(
                    87,
                    0,
                    new RequestHeadTimestamp(0, Contract.NONE, false, false, "", 0),
                    (f, m) ->
                            new RequestHeadTimestamp(
                                    f.integer("requestId", m.requestId()),
                                    ContractFields.twelve(f, m.contract()),
                                    f.flag("includeExpired", m.includeExpired()),
                                    f.flag("useRTH", m.useRegularHours()),
                                    f.text("whatToShow", m.whatToShow()),
                                    f.integer("formatDate", m.formatDate())));

    private static final Layout<CancelHeadTimestamp> CANCEL_HEAD_TIMESTAMP =
            new Layout<>(
                    90,
                    0,
                    new CancelHeadTimestamp(0),
                    (f, m) -> new CancelHeadTimestamp(f.integer("requestId", m.requestId())));

    static final List<Layout<? extends MarketDataRequest>> ALL =
            List.of(
                    REQUEST_MARKET_DATA_TYPE,
                    REQUEST_MARKET_DATA,
                    CANCEL_MARKET_DATA,
                    REQUEST_TICK_BY_TICK,
                    CANCEL_TICK_BY_TICK,
                    REQUEST_REAL_TIME_BARS,
                    CANCEL_REAL_TIME_BARS,
                    REQUEST_HISTORICAL_DATA,
                    CANCEL_HISTORICAL_DATA,
                    REQUEST_HEAD_TIMESTAMP,
                    CANCEL_HEAD_TIMESTAMP);

    private MarketDataRequestLayouts() {}

    static void write(FieldWriter writer, MarketDataRequest message) {
        switch (message) {
            case RequestMarketDataType m -> REQUEST_MARKET_DATA_TYPE.write(writer, m);
            case RequestMarketData m -> REQUEST_MARKET_DATA.write(writer, m);
            case CancelMarketData m -> CANCEL_MARKET_DATA.write(writer, m);
            case RequestTickByTick m -> REQUEST_TICK_BY_TICK.write(writer, m);
            case CancelTickByTick m -> CANCEL_TICK_BY_TICK.write(writer, m);
            case RequestRealTimeBars m -> REQUEST_REAL_TIME_BARS.write(writer, m);
            case CancelRealTimeBars m -> CANCEL_REAL_TIME_BARS.write(writer, m);
            case RequestHistoricalData m -> REQUEST_HISTORICAL_DATA.write(writer, m);
            case CancelHistoricalData m -> CANCEL_HISTORICAL_DATA.write(writer, m);
            case RequestHeadTimestamp m -> REQUEST_HEAD_TIMESTAMP.write(writer, m);
            case CancelHeadTimestamp m -> CANCEL_HEAD_TIMESTAMP.write(writer, m);
        }
    }

    private static RequestMarketData marketData(Fields f, RequestMarketData m) {
        f.filler("11");
        int requestId = f.integer("requestId", m.requestId());
        Contract contract = ContractFields.twelve(f, m.contract());
        List<ComboLeg> legs = legs(f, contract, m.contract());
        DeltaNeutralContract deltaNeutral =
                ContractFields.deltaNeutral(f, m.contract().deltaNeutral());
        return new RequestMarketData(
                requestId,
                contract.withCombo(legs, deltaNeutral),
                f.text("genericTicks", m.genericTicks()),
                f.flag("snapshot", m.snapshot()),
                f.flag("regulatorySnapshot", m.regulatorySnapshot()),
                f.text("options", m.options()));
    }

    /** The wire has the bar size before the duration. */
    private static RequestHistoricalData history(Fields f, RequestHistoricalData m) {
        int requestId = f.integer("requestId", m.requestId());
        Contract contract = ContractFields.twelve(f, m.contract());
        boolean includeExpired = f.flag("includeExpired", m.includeExpired());
        String endDateTime = f.text("endDateTime", m.endDateTime());
        String barSize = f.text("barSize", m.barSize());
        String duration = f.text("duration", m.duration());
        boolean useRegularHours = f.flag("useRTH", m.useRegularHours());
        String whatToShow = f.text("whatToShow", m.whatToShow());
        int formatDate = f.integer("formatDate", m.formatDate());
        List<ComboLeg> legs = legs(f, contract, m.contract());
        return new RequestHistoricalData(
                requestId,
                contract.withCombo(legs, DeltaNeutralContract.NONE),
                includeExpired,
                endDateTime,
                barSize,
                duration,
                useRegularHours,
                whatToShow,
                formatDate,
                f.flag("keepUpToDate", m.keepUpToDate()),
                f.text("options", m.options()));
    }

    private static List<ComboLeg> legs(Fields f, Contract contract, Contract given) {
        return contract.isCombo() ? ContractFields.shortLegs(f, given) : List.of();
    }
}
