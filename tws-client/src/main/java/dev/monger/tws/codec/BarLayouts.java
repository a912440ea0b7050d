package dev.monger.tws.codec;

import dev.monger.tws.message.Bar;
import dev.monger.tws.message.MarketDataMessage.HistoricalData;
import dev.monger.tws.message.MarketDataMessage.HistoricalDataUpdate;

/** Layouts of bars of the past, whose fields stand in another order in updates. */
final class BarLayouts {

    static final Bar NO_BAR = new Bar("", 0, 0, 0, 0, 0, 0, 0);

    private static final int END_APART_SINCE = 196;

    private BarLayouts() {}

    static HistoricalData history(Fields f, HistoricalData m) {
        int requestId = f.integer("requestId", m.requestId());
        boolean endHere = !f.since(END_APART_SINCE);
        return new HistoricalData(
                requestId,
                endHere ? f.text("start", m.start()) : "",
                endHere ? f.text("end", m.end()) : "",
                f.list("count", m.bars(), NO_BAR, BarLayouts::bar));
    }

    private static Bar bar(Fields f, Bar b) {
        return new Bar(
                f.text("date", b.time()),
                price(f, "open", b.openE8()),
                price(f, "high", b.highE8()),
                price(f, "low", b.lowE8()),
                price(f, "close", b.closeE8()),
                f.decimal("volume", b.volumeE8(), DecimalForm.QUANTITY),
                price(f, "wap", b.averagePriceE8()),
                f.integer("count", b.count()));
    }

    static HistoricalDataUpdate update(Fields f, HistoricalDataUpdate m) {
        Bar b = m.bar();
        int requestId = f.integer("requestId", m.requestId());
        int count = f.integer("count", b.count());
        String time = f.text("date", b.time());
        long open = price(f, "open", b.openE8());
        long close = price(f, "close", b.closeE8());
        long high = price(f, "high", b.highE8());
        long low = price(f, "low", b.lowE8());
        long average = price(f, "wap", b.averagePriceE8());
        long volume = f.decimal("volume", b.volumeE8(), DecimalForm.QUANTITY);
        return new HistoricalDataUpdate(
                requestId, new Bar(time, open, high, low, close, volume, average, count));
    }

    private static long price(Fields f, String name, long value) {
        return f.decimal(name, value, DecimalForm.POINT);
    }
}
