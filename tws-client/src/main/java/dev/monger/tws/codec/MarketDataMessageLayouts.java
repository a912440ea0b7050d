package dev.monger.tws.codec;

import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataMessage.HeadTimestamp;
import dev.monger.tws.message.MarketDataMessage.HistoricalData;
import dev.monger.tws.message.MarketDataMessage.HistoricalDataEnd;
import dev.monger.tws.message.MarketDataMessage.HistoricalDataUpdate;
import dev.monger.tws.message.MarketDataMessage.MarketDataType;
import dev.monger.tws.message.MarketDataMessage.RealTimeBar;
import dev.monger.tws.message.MarketDataMessage.TickGeneric;
import dev.monger.tws.message.MarketDataMessage.TickOptionComputation;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.MarketDataMessage.TickRequestParameters;
import dev.monger.tws.message.MarketDataMessage.TickSize;
import dev.monger.tws.message.MarketDataMessage.TickSnapshotEnd;
import dev.monger.tws.message.MarketDataMessage.TickString;
import java.util.List;

/** Layouts of prices. */
final class MarketDataMessageLayouts {

    private static final Layout<TickPrice> TICK_PRICE =
            new Layout<>(
                    1,
                    0,
                    new TickPrice(0, 0, 0, 0, 0),
                    (f, m) -> {
                        f.filler("6");
                        return new TickPrice(
                                f.integer("requestId", m.requestId()),
                                f.integer("tickType", m.tickType()),
                                f.decimal("price", m.priceE8(), DecimalForm.POINT),
                                f.decimal("size", m.sizeE8(), DecimalForm.QUANTITY),
                                f.integer("mask", m.attributeMask()));
                    });

    private static final Layout<TickSize> TICK_SIZE =
            new Layout<>(
                    2,
                    0,
                    new TickSize(0, 0, 0),
                    (f, m) -> {
                        f.filler("6");
                        return new TickSize(
                                f.integer("requestId", m.requestId()),
                                f.integer("tickType", m.tickType()),
                                f.decimal("size", m.sizeE8(), DecimalForm.QUANTITY));
                    });

    private static final Layout<TickGeneric> TICK_GENERIC =
            new Layout<>(
                    45,
                    0,
                    new TickGeneric(0, 0, 0),
                    (f, m) -> {
                        f.filler("6");
                        return new TickGeneric(
                                f.integer("requestId", m.requestId()),
                                f.integer("tickType", m.tickType()),
                                f.decimal("value", m.valueE8(), DecimalForm.POINT));
                    });

    private static final Layout<TickString> TICK_STRING =
            new Layout<>(
                    46,
                    0,
                    new TickString(0, 0, ""),
                    (f, m) -> {
                        f.filler("6");
                        return new TickString(
                                f.integer("requestId", m.requestId()),
                                f.integer("tickType", m.tickType()),
                                f.text("value", m.value()));
                    });

    private static final Layout<TickOptionComputation> TICK_OPTION_COMPUTATION =
            new Layout<>(
                    21,
                    0,
                    new TickOptionComputation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                    MarketDataMessageLayouts::option);

    private static final Layout<TickRequestParameters> TICK_REQUEST_PARAMETERS =
            new Layout<>(
                    81,
                    0,
                    new TickRequestParameters(0, 0, "", 0),
                    (f, m) ->
                            new TickRequestParameters(
                                    f.integer("requestId", m.requestId()),
                                    f.decimal("minTick", m.minTickE8(), DecimalForm.POINT),
                                    f.text("bboExchange", m.bboExchange()),
                                    f.integer("snapshotPermissions", m.snapshotPermissions())));

    private static final Layout<MarketDataType> MARKET_DATA_TYPE =
            new Layout<>(
                    58,
                    0,
                    new MarketDataType(0, 0),
                    (f, m) -> {
                        f.filler("1");
                        return new MarketDataType(
                                f.integer("requestId", m.requestId()),
                                f.integer("marketDataType", m.marketDataType()));
                    });

    private static final Layout<TickSnapshotEnd> TICK_SNAPSHOT_END =
            new Layout<>(
                    57,
                    0,
                    new TickSnapshotEnd(0),
                    (f, m) -> {
                        f.filler("1");
                        return new TickSnapshotEnd(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<RealTimeBar> REAL_TIME_BAR =
            new Layout<>(
                    50,
                    0,
                    new RealTimeBar(0, 0, 0, 0, 0, 0, 0, 0, 0),
                    (f, m) -> {
                        f.filler("3");
                        return new RealTimeBar(
                                f.integer("requestId", m.requestId()),
                                f.number("epochSeconds", m.epochSeconds()),
                                f.decimal("open", m.openE8(), DecimalForm.POINT),
                                f.decimal("high", m.highE8(), DecimalForm.POINT),
                                f.decimal("low", m.lowE8(), DecimalForm.POINT),
                                f.decimal("close", m.closeE8(), DecimalForm.POINT),
                                f.decimal("volume", m.volumeE8(), DecimalForm.QUANTITY),
                                f.decimal("wap", m.averagePriceE8(), DecimalForm.POINT),
                                f.integer("count", m.count()));
                    });

    private static final Layout<HistoricalData> HISTORICAL_DATA =
            new Layout<>(17, 0, new HistoricalData(0, "", "", List.of()), BarLayouts::history);

    private static final Layout<HistoricalDataEnd> HISTORICAL_DATA_END =
            new Layout<>(
                    108,
                    196,
                    new HistoricalDataEnd(0, "", ""),
                    (f, m) ->
                            new HistoricalDataEnd(
                                    f.integer("requestId", m.requestId()),
                                    f.text("start", m.start()),
                                    f.text("end", m.end())));

    private static final Layout<HistoricalDataUpdate> HISTORICAL_DATA_UPDATE =
            new Layout<>(90, 0, new HistoricalDataUpdate(0, BarLayouts.NO_BAR), BarLayouts::update);

    private static final Layout<HeadTimestamp> HEAD_TIMESTAMP =
            new Layout<>(
                    88,
                    0,
                    new HeadTimestamp(0, ""),
                    (f, m) ->
                            new HeadTimestamp(
                                    f.integer("requestId", m.requestId()),
                                    f.text("time", m.time())));

    static final List<Layout<? extends MarketDataMessage>> ALL =
            List.of(
                    TICK_PRICE,
                    TICK_SIZE,
                    TICK_GENERIC,
                    TICK_STRING,
                    TICK_OPTION_COMPUTATION,
                    TICK_REQUEST_PARAMETERS,
                    MARKET_DATA_TYPE,
                    TICK_SNAPSHOT_END,
                    REAL_TIME_BAR,
                    HISTORICAL_DATA,
                    HISTORICAL_DATA_END,
                    HISTORICAL_DATA_UPDATE,
                    HEAD_TIMESTAMP,
                    TickByTickLayout.LAYOUT);

    private MarketDataMessageLayouts() {}

    static void write(FieldWriter writer, MarketDataMessage message) {
        switch (message) {
            case TickPrice m -> TICK_PRICE.write(writer, m);
            case TickSize m -> TICK_SIZE.write(writer, m);
            case TickGeneric m -> TICK_GENERIC.write(writer, m);
            case TickString m -> TICK_STRING.write(writer, m);
            case TickOptionComputation m -> TICK_OPTION_COMPUTATION.write(writer, m);
            case TickRequestParameters m -> TICK_REQUEST_PARAMETERS.write(writer, m);
            case MarketDataType m -> MARKET_DATA_TYPE.write(writer, m);
            case TickSnapshotEnd m -> TICK_SNAPSHOT_END.write(writer, m);
            case RealTimeBar m -> REAL_TIME_BAR.write(writer, m);
            case HistoricalData m -> HISTORICAL_DATA.write(writer, m);
            case HistoricalDataEnd m -> HISTORICAL_DATA_END.write(writer, m);
            case HistoricalDataUpdate m -> HISTORICAL_DATA_UPDATE.write(writer, m);
            case HeadTimestamp m -> HEAD_TIMESTAMP.write(writer, m);
            case MarketDataMessage.TickByTickLast m -> TickByTickLayout.LAYOUT.write(writer, m);
            case MarketDataMessage.TickByTickBidAsk m -> TickByTickLayout.LAYOUT.write(writer, m);
            case MarketDataMessage.TickByTickMidPoint m -> TickByTickLayout.LAYOUT.write(writer, m);
        }
    }

    private static TickOptionComputation option(Fields f, TickOptionComputation m) {
        boolean attribute = f.since(156);
        if (!attribute) {
            f.filler("6");
        }
        return new TickOptionComputation(
                f.integer("requestId", m.requestId()),
                f.integer("tickType", m.tickType()),
                attribute ? f.integer("tickAttrib", m.tickAttribute()) : 0,
                f.decimal("impliedVol", m.impliedVolatilityE8(), DecimalForm.POINT),
                f.decimal("delta", m.deltaE8(), DecimalForm.POINT),
                f.decimal("optPrice", m.optionPriceE8(), DecimalForm.POINT),
                f.decimal("pvDividend", m.presentValueDividendE8(), DecimalForm.POINT),
                f.decimal("gamma", m.gammaE8(), DecimalForm.POINT),
                f.decimal("vega", m.vegaE8(), DecimalForm.POINT),
                f.decimal("theta", m.thetaE8(), DecimalForm.POINT),
                f.decimal("undPrice", m.underlyingPriceE8(), DecimalForm.POINT));
    }
}
