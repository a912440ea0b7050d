package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Venue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The backend's state as lines of text, so that it survives the process: each line is the whole
 * present state of one thing, and of several lines about one thing the last one counts.
 *
 * <p>Fields are parted by tabs; tabs, line ends and backslashes inside a field are escaped.
 */
public final class BackendMemory {
    private static final int ORDER_FIELDS = 43;

    private final Map<String, String[]> lines = new LinkedHashMap<>();

    /** The line of an order. */
    public static String line(BrokerOrder order) {
        OrderTerms terms = order.terms;
        OrderTerms.Prices prices = terms.prices();
        OrderTerms.Life life = terms.life();
        OrderOrigin origin = order.origin;
        return joined(
                "order",
                order.permId,
                order.instrument.conId(),
                origin.account(),
                origin.clientId(),
                origin.orderId(),
                origin.manual(),
                terms.buy(),
                terms.shares(),
                terms.kind().name(),
                prices.limitE8(),
                prices.stopE8(),
                prices.trailAmountE8(),
                prices.trailPercentE8(),
                prices.triggerMethod(),
                life.timeInForce().name(),
                life.goodTillNanos(),
                life.outsideRegularHours(),
                terms.ocaGroup(),
                terms.ocaType(),
                terms.orderRef(),
                order.parentPermId,
                order.status.name(),
                order.filledShares,
                order.filledValueE8,
                order.lastFillE8,
                order.commissionE8,
                order.heldByParent,
                order.triggered,
                order.heldForLocate,
                order.heldForHours,
                order.stopE8,
                order.placedNanos,
                order.doneNanos,
                order.doneReason,
                prices.limitOffsetE8(),
                terms.start().afterNanos(),
                Condition.text(terms.start().conditions()),
                terms.start().anyHours(),
                terms.start().cancels(),
                terms.cancelsParent(),
                order.started,
                order.ratedE8);
    }

    /** The line of an execution. */
    public static String line(Execution execution) {
        Execution.Trade trade = execution.trade();
        OrderOrigin origin = execution.origin();
        return joined(
                "execution",
                execution.execId(),
                execution.permId(),
                origin.account(),
                origin.clientId(),
                origin.orderId(),
                origin.manual(),
                execution.orderRef(),
                execution.conId(),
                trade.buy(),
                trade.shares(),
                trade.priceE8(),
                trade.exchange(),
                trade.removedLiquidity(),
                execution.timeNanos(),
                execution.cumulativeShares(),
                execution.averageE8(),
                execution.charge().commissionE8(),
                execution.charge().closing(),
                execution.charge().realizedE8());
    }

    /** The line of an account's cash. */
    public static String line(AccountBooks books) {
        return joined(
                "cash",
                books.account(),
                books.startCashE8(),
                books.cashE8(),
                books.monthShares(),
                books.day());
    }

    /** The line of a position. */
    public static String line(String account, Holding holding) {
        Object[] fields = new Object[10];
        fields[0] = "holding";
        fields[1] = account;
        fields[2] = holding.conId();
        long[] numbers = holding.fields();
        for (int i = 0; i < numbers.length; i++) {
            fields[3 + i] = numbers[i];
        }
        return joined(fields);
    }

    /** The line of the highest order id a client has used or seen. */
    public static String idLine(int clientId, int orderId) {
        return joined("id", clientId, orderId);
    }

    /** The line of a text that another part wants to find again under a name. */
    public static String noteLine(String name, String text) {
        return joined("note", name, text);
    }

    /** The texts that other parts wrote down, by name. */
    public Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        for (String[] fields : lines.values()) {
            if (fields[0].equals("note")) {
                notes.put(fields[1], fields[2]);
            }
        }
        return notes;
    }

    /**
     * Reads one line; lines of one thing replace each other.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    public void read(String line) {
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = unescaped(fields[i]);
        }
        int expected =
                switch (fields[0]) {
                    case "order" -> ORDER_FIELDS;
                    case "execution" -> 20;
                    case "cash" -> 6;
                    case "holding" -> 10;
                    case "id", "note" -> 3;
                    default -> -1;
                };
        if (fields.length != expected) {
            throw new IllegalArgumentException(
                    "Condition failed: a line of order, execution, cash, holding, id or note with its fields, given "
                            + fields.length
                            + " fields of '"
                            + fields[0]
                            + "'");
        }
        String key =
                fields[0]
                        + "\t"
                        + fields[1]
                        + ("holding".equals(fields[0]) ? "\t" + fields[2] : "");
        lines.put(key, fields);
    }

    /** Whether nothing was read. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    void into(OrderStore store, Map<String, AccountBooks> books, Venue venue) {
        for (String[] fields : lines.values()) {
            switch (fields[0]) {
                case "order" -> store.add(order(fields, instrument(fields[2], venue)));
                case "execution" -> store.addExecution(execution(fields));
                case "cash" ->
                        account(books, fields[1])
                                .restore(
                                        number(fields[2]),
                                        number(fields[3]),
                                        number(fields[4]),
                                        LocalDate.parse(fields[5]));
                case "holding" -> {
                    long[] numbers =
                            Arrays.stream(fields, 3, fields.length)
                                    .mapToLong(Long::parseLong)
                                    .toArray();
                    account(books, fields[1]).restoreHolding(whole(fields[2]), numbers);
                }
                case "id" -> store.raiseHighest(whole(fields[1]), whole(fields[2]));
                default -> {
                    // A note belongs to whoever wrote it.
                }
            }
        }
    }

    private static AccountBooks account(Map<String, AccountBooks> books, String account) {
        AccountBooks own = books.get(account);
        if (own == null) {
            throw new IllegalArgumentException(
                    "Condition failed: the accounts remembered are the accounts configured, unknown "
                            + account);
        }
        return own;
    }

    private static Instrument instrument(String conId, Venue venue) {
        Market market = venue.market(whole(conId));
        if (market == null) {
            throw new IllegalArgumentException(
                    "Condition failed: the contracts remembered are listed, unknown conId "
                            + conId);
        }
        return market.instrument();
    }

    private static BrokerOrder order(String[] f, Instrument instrument) {
        OrderOrigin origin = new OrderOrigin(f[3], whole(f[4]), whole(f[5]), flag(f[6]));
        OrderTerms terms =
                new OrderTerms(
                        flag(f[7]),
                        number(f[8]),
                        OrderKind.valueOf(f[9]),
                        new OrderTerms.Prices(
                                number(f[10]),
                                number(f[11]),
                                number(f[12]),
                                number(f[13]),
                                whole(f[14]),
                                number(f[35])),
                        new OrderTerms.Life(TimeInForce.valueOf(f[15]), number(f[16]), flag(f[17])),
                        f[18],
                        whole(f[19]),
                        f[20],
                        new OrderTerms.Start(
                                number(f[36]), Condition.of(f[37]), flag(f[38]), flag(f[39])),
                        flag(f[40]));
        BrokerOrder order = new BrokerOrder(number(f[1]), instrument, origin, terms);
        order.parentPermId = number(f[21]);
        order.status = OrderStatus.valueOf(f[22]);
        order.filledShares = number(f[23]);
        order.filledValueE8 = number(f[24]);
        order.lastFillE8 = number(f[25]);
        order.commissionE8 = number(f[26]);
        order.heldByParent = flag(f[27]);
        order.triggered = flag(f[28]);
        order.heldForLocate = flag(f[29]);
        order.heldForHours = flag(f[30]);
        order.stopE8 = number(f[31]);
        order.placedNanos = number(f[32]);
        order.doneNanos = number(f[33]);
        order.doneReason = f[34];
        order.started = flag(f[41]);
        order.ratedE8 = number(f[42]);
        return order;
    }

    private static Execution execution(String[] f) {
        return new Execution(
                f[1],
                number(f[2]),
                new OrderOrigin(f[3], whole(f[4]), whole(f[5]), flag(f[6])),
                f[7],
                whole(f[8]),
                new Execution.Trade(flag(f[9]), number(f[10]), number(f[11]), f[12], flag(f[13])),
                number(f[14]),
                number(f[15]),
                number(f[16]),
                new Execution.Charge(number(f[17]), flag(f[18]), number(f[19])));
    }

    private static String joined(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            if (!line.isEmpty()) {
                line.append('\t');
            }
            line.append(escaped(field.toString()));
        }
        return line.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char next = text.charAt(i);
                plain.append(
                        switch (next) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> next;
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private static int whole(String text) {
        return Integer.parseInt(text);
    }

    private static boolean flag(String text) {
        return Boolean.parseBoolean(text);
    }
}
