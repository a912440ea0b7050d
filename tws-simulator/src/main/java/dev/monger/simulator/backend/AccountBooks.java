package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Venue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The exact books of one account. */
public final class AccountBooks {
    private final String account;
    private final Venue venue;
    private final int marginPercent;
    private final Map<Integer, Holding> holdings = new TreeMap<>();
    private long cashE8;
    private long startCashE8;
    private long monthShares;
    private LocalDate day;

    /** The prices of one moment in a copy of the books, null where the market's count. */
    private @Nullable Map<Integer, Long> marksE8;

    AccountBooks(String account, long startCashE8, int marginPercent, Venue venue) {
        this.account = account;
        this.venue = venue;
        this.marginPercent = marginPercent;
        this.cashE8 = startCashE8;
        this.startCashE8 = startCashE8;
        this.day = venue.calendar().day(venue.nowNanos());
    }

    /** The books as they stand now, valued at the prices of now for ever. */
    public AccountBooks copy() {
        AccountBooks copy = new AccountBooks(account, startCashE8, marginPercent, venue);
        copy.restore(startCashE8, cashE8, monthShares, day);
        Map<Integer, Long> marks = new TreeMap<>();
        for (Holding holding : holdings.values()) {
            copy.holdings.put(holding.conId(), holding.copy());
            marks.put(holding.conId(), markE8(holding.conId()));
        }
        copy.marksE8 = marks;
        return copy;
    }

    /** Books a trade under the name that its corrections will have too. */
    Execution.Charge book(
            int conId, String execution, long signedShares, long priceE8, long commissionE8) {
        cashE8 += -signedShares * priceE8 - commissionE8;
        return of(conId).book(execution, signedShares, priceE8, commissionE8);
    }

    /** Makes a booked trade another one; returns how much more was realized by all trades. */
    long correct(Execution old, long signedShares, long priceE8) {
        Execution.Trade trade = old.trade();
        long before = trade.buy() ? trade.shares() : -trade.shares();
        cashE8 += before * trade.priceE8() - signedShares * priceE8;
        return of(old.conId()).correct(OrderStore.family(old.execId()), signedShares, priceE8);
    }

    private Holding of(int conId) {
        return holdings.computeIfAbsent(conId, Holding::new);
    }

    /** Shares come in from outside at a price, or leave when negative. */
    Adjustment transfer(int conId, long shares, long priceE8) {
        long realized = realizedBy(conId, shares, priceE8);
        cashE8 += shares * priceE8;
        startCashE8 += shares * priceE8;
        return new Adjustment(account, conId, shares, 0, realized, shares * priceE8);
    }

    /** Shares change hands against cash without an execution. */
    Adjustment assign(int conId, long shares, long priceE8) {
        long realized = realizedBy(conId, shares, priceE8);
        return new Adjustment(account, conId, shares, -shares * priceE8, realized, 0);
    }

    /** One share becomes several. */
    Adjustment split(int conId, long ratio) {
        long before = shares(conId);
        of(conId).split(ratio);
        return new Adjustment(account, conId, shares(conId) - before, 0, 0, 0);
    }

    private long realizedBy(int conId, long shares, long priceE8) {
        if (shares == 0) {
            return 0;
        }
        cashE8 -= shares * priceE8;
        return of(conId).move(shares, priceE8).realizedE8();
    }

    /** Begins a day: its P&L starts from here, and in a new month the volume that counts too. */
    void startDay() {
        LocalDate today = venue.calendar().day(venue.nowNanos());
        if (today.getMonthValue() != day.getMonthValue() || today.getYear() != day.getYear()) {
            monthShares = 0;
        }
        day = today;
        holdings.values().forEach(holding -> holding.startDay(markE8(holding.conId())));
    }

    void countShares(long shares) {
        monthShares += shares;
    }

    void restore(long startCash, long cash, long sharesOfMonth, LocalDate lastDay) {
        startCashE8 = startCash;
        cashE8 = cash;
        monthShares = sharesOfMonth;
        day = lastDay;
    }

    /** Whether a day has begun since these books were last told so. */
    boolean isFromYesterday() {
        return day.isBefore(venue.calendar().day(venue.nowNanos()));
    }

    void restoreHolding(int conId, long[] fields) {
        of(conId).restore(fields);
    }

    /** The account's name. */
    public String account() {
        return account;
    }

    /** Shares traded this month, which decide the rate of commission. */
    public long monthShares() {
        return monthShares;
    }

    /** The day the books are at, in New York. */
    public LocalDate day() {
        return day;
    }

    /** Cash now, units of 1e-8. */
    public long cashE8() {
        return cashE8;
    }

    /** Cash when the books began. */
    public long startCashE8() {
        return startCashE8;
    }

    /** Every contract ever held, flat ones included, by contract number. */
    public Collection<Holding> holdings() {
        return holdings.values();
    }

    /** The position in a contract, or null when it was never held. */
    public @Nullable Holding holding(int conId) {
        return holdings.get(conId);
    }

    /** Shares held of a contract, negative when short. */
    public long shares(int conId) {
        Holding holding = holdings.get(conId);
        return holding == null ? 0 : holding.shares();
    }

    /** The price a contract is valued at. */
    public long markE8(int conId) {
        Map<Integer, Long> frozen = marksE8;
        if (frozen != null) {
            return frozen.getOrDefault(conId, 0L);
        }
        Market market = venue.market(conId);
        return market == null ? 0 : market.markE8();
    }

    /** Signed market value of all positions. */
    public long stockValueE8() {
        return sum(holding -> holding.shares() * markE8(holding.conId()));
    }

    /** Market value of all positions, short ones counted as positive. */
    public long grossValueE8() {
        return sum(holding -> Math.abs(holding.shares() * markE8(holding.conId())));
    }

    /** Cash and positions. */
    public long netLiquidationE8() {
        return cashE8 + stockValueE8();
    }

    /** Equity the positions need. */
    public long marginE8() {
        return grossValueE8() / 100 * marginPercent;
    }

    /** Equity free for new positions. */
    public long availableE8() {
        return netLiquidationE8() - marginE8();
    }

    /** What closing everything now would realize. */
    public long unrealizedE8() {
        return sum(holding -> holding.unrealizedE8(markE8(holding.conId())));
    }

    /** Profit realized today. */
    public long dayRealizedE8() {
        return sum(Holding::dayRealizedE8);
    }

    /** Profit realized since the books began. */
    public long realizedE8() {
        return sum(Holding::realizedE8);
    }

    /** Commissions paid since the books began. */
    public long commissionsE8() {
        return sum(Holding::commissionsE8);
    }

    /** The change of value since the day began. */
    public long dailyE8() {
        return sum(holding -> holding.dailyE8(markE8(holding.conId())));
    }

    /** The signed cost of all positions. */
    public long basisE8() {
        return sum(Holding::basisE8);
    }

    private long sum(ToLongFunction<Holding> of) {
        return holdings.values().stream().mapToLong(of).sum();
    }
}
