package dev.monger.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every fault there is, as text: its number, its name, on which occasions it can strike, what it
 * is, and below it its parameters.
 *
 * <p>A parameter is a number ({@code name least..most = usual unit: sentence}), one of several
 * words of which the first is the usual one ({@code name word|word: sentence}), or a text that is
 * usually empty ({@code name text: sentence}). {@link FaultKind} names the kinds and {@link
 * FaultParameter} reads the parameters.
 */
final class FaultCatalogue {
    private static final String TEXT =
            """
            M1 DUPLICATE_STATUS SESSION An orderStatus comes more than once, identical.
              copies 2..5 = 2 messages: how often it comes in all
            M2 MISSING_STATUS SESSION An order that fills at once gets no orderStatus.
              which all|filled: whether every orderStatus of that moment is missing or only the last one
            M3 EXECUTION_FIRST SESSION execDetails come before openOrder or before orderStatus.
              before open-order|status: what they overtake
            M4 LATE_COMMISSION SESSION The commission report comes late.
              delayMillis 1..86400000 = 120000 milliseconds: how late
            M4-early EARLY_COMMISSION SESSION The commission report comes before its execution.
            M4-unset UNSET_COMMISSION SESSION The commission report first says -1 or the largest number, the true one follows.
              value minus-one|max: what it says first
              delayMillis 0..86400000 = 60000 milliseconds: when the true one follows, 0 for never
            M5 SWALLOWED_ORDER SESSION placeOrder is swallowed: no answer, ever.
            M6 DROP_BEFORE_ORDER SESSION The connection drops before placeOrder is looked at; nextValidId goes back and ids come again.
            M6-after DROP_AFTER_ORDER SESSION The connection drops after an order was taken and before its answer.
            M7 SECOND_INCARNATION SESSION A modify makes a second order with a permId of its own, the old one stays live and comes last in lists.
            M8 FILLS_AFTER_LINK_LOSS SESSION 1100 comes in the middle of a batch of fills, the fills are told after it.
              fillsMillis 0..86400000 = 0 milliseconds: how long the fills stay away after 1100, at most until the link is back
              outageMillis 1..86400000 = 5000 milliseconds: when 1102 follows
              lists stale|silent: whether lists are answered meanwhile with what TWS knew, or not at all
              newcomers 1100|2110: what a client hears that connects meanwhile
            M9 LINK_STORM DEED The link between TWS and the broker is lost (1100), again and again, and then restored.
              losses 1..1000 = 1 messages: how many 1100 come
              gapMillis 1..86400000 = 1000 milliseconds: the time between two 1100
              outageMillis 1..86400000 = 10000 milliseconds: the time from the last 1100 until the link is back
              data kept|lost: whether it ends with 1102 or with 1101 and all subscriptions gone
              lists stale|silent: whether lists are answered meanwhile with what TWS knew, or not at all
              newcomers 1100|2110: what a client hears that connects meanwhile
            M10 FARM_FLAP DEED A data farm is broken and OK again (2103 and 2104, 2105 and 2106, or 2157 and 2158).
              farm market|history|reference: which farm
              outageMillis 1..86400000 = 3000 milliseconds: until it is OK
              data kept|lost: whether the data go on, or stay away without a word until they are asked for again; what is asked of contracts waits until the farm is OK
            M11 GHOST_SESSION SESSION After a session ended its client id stays in use (326).
              ghostMillis 1..86400000 = 15000 milliseconds: for how long
            M12 SILENT_HANDSHAKE EVENT TCP accepts and the handshake is never answered.
            M12-after SILENT_SESSION SESSION The handshake completes and then nothing is answered any more.
              from start|handshake: whether accounts and the next order id still come
              afterMillis 0..86400000 = 0 milliseconds: how long the session works before
            M13 MISSING_END SESSION The end of a list never comes.
              list any|open-orders|positions|executions|completed-orders|account: the end of which list
            M14 CORRECTION EVENT An execution is corrected: the same comes again as revision .02, and the books follow it.
              delayMillis 0..86400000 = 5000 milliseconds: how long after the execution
              ticks -1000..1000 = 1 ticks: how much the price changes
              shares -100000..100000 = 0 shares: how much the size changes, as far as the order allows
            M15 EXECUTION_AFTER_CANCEL SESSION A cancelled order still trades after its Cancelled.
              delayMillis 0..86400000 = 200 milliseconds: how long after
              percent 1..100 = 100 percent: how much of what was left
            M16 INFO_CODE SESSION A harmless code comes as an error for an order that is live and stays live.
              code 399|404|10349|2109: which
            M17 CANCEL_REFUSED SESSION cancelOrder is answered with an error although the order is live.
              code 10147|10148|161: which
              order stays|ends: whether the order stays live or is cancelled all the same, without 202
            M17-202 CANCEL_WITHOUT_STATUS SESSION A cancel is confirmed by 202 and the orderStatus never comes.
            M18 ORDER_HELD_IN_OUTAGE SESSION Orders, changes and cancels sent while TWS has lost its link (M8, M9) wait in TWS, and a restart deletes them; this says what else may become of them.
              resubmit yes|no: whether they are sent on when the link is back, as without this fault, or lost with 10328
            M19 MANUAL_ORDER_BOUND DEED A person's resting order appears with id 0 and is then bound to a negative id: cancelled and replaced, last in its queue.
              side buy|sell: what it does
              shares 1..1000000 = 10 shares: its size
              awayTicks 0..100000 = 200 ticks: how far behind the quote it rests
              boundAfterMillis 0..86400000 = 2000 milliseconds: when it is bound
              symbol text: what it is in, empty for a drawn one
              account text: whose it is, empty for the first one
            M20 MANUAL_FILL DEED A person's market order trades; its execution has the largest integer as order id.
              side buy|sell: what it does
              shares 1..1000000 = 10 shares: its size
              symbol text: what it is in, empty for a drawn one
              account text: whose it is, empty for the first one
            M21 LIQUIDATION DEED The broker warns of a margin deficiency (2148) and liquidates: order id -1, liquidation 1.
              warnedMillis 0..86400000 = 5000 milliseconds: from the warning to the liquidation
              percent 1..100 = 100 percent: how much of the position
              symbol text: which position, empty for the largest one
              account text: whose, empty for the first one
            M22 PACING_DELAY SESSION Messages above the rate wait without a word.
              perSecond 1..1000 = 50 messages: the rate
              scope connection|gateway: whose messages count together
            M22-reject PACING_REJECT SESSION Messages above the rate are lost with error 100; some strikes and the session ends.
              perSecond 1..1000 = 50 messages: the rate
              scope connection|gateway: whose messages count together
              strikes 1..1000 = 3 messages: which one ends the session
            M22-clients CLIENT_LIMIT EVENT One client too many is refused without a word.
              most 1..32 = 32 clients: how many there may be
            M23 HISTORY_PACING SESSION Requests for bars of at most 30 seconds, real-time bars and the start of history are counted by TWS's three rules and refused with 162.
              identicalMillis 0..86400000 = 15000 milliseconds: an identical request within this time is refused
              perContract 1..1000 = 6 requests: as many for one contract, exchange and kind of data within two seconds are refused
              perTenMinutes 1..10000 = 60 requests: more than this in ten minutes are refused; BID_ASK counts twice
            M23-366 HISTORY_QUERY_LOST SESSION A request for history is forgotten: 366 is all that comes.
            M23-10182 LIVE_UPDATES_FAILED SESSION Bars that are kept up end with 10182.
            M24 UPDATES_STOP_AT_MIDNIGHT SESSION Bars that are kept up stop at midnight without a word.
              offsetMinutes -720..720 = 0 minutes: how long after New York's midnight
            M25 FALSE_UNKNOWN_CONTRACT SESSION A valid contract is unknown (200) while TWS has lost its link.
              link down|any: whether only then
              requests any|details|data|orders: which requests are answered so
            M26 MISSING_PARENT SESSION A child that follows its parent too fast is refused with 10006.
              withinMillis 1..86400000 = 50 milliseconds: what is too fast
            M27 INACTIVE_ORDER SESSION An order becomes Inactive.
              why margin|silent|locate: rejected with 201, rejected without a word, or a sale held for locate and live
              heldMillis 1..86400000 = 30000 milliseconds: how long a sale is held for locate
            M28 PNL_UNSET SESSION P&L comes as the largest number.
            M28-silent PNL_SILENT SESSION P&L does not come.
            M28-reset PNL_RESET SESSION The daily P&L starts again from zero in the middle of the day.
            M28-account ACCOUNT_NOT_READY SESSION AccountReady is false and the values beside it are garbage.
              values zero|random: what they are
            M29 DAILY_RESTART DEED TWS restarts: sessions end, connections are refused for a while, the broker goes on.
              downMillis 1..86400000 = 35000 milliseconds: for how long
            M29-token TOKEN_EXPIRED DEED The login expires: sessions end and nobody gets in until a person logs in.
            M29-session COMPETING_SESSION DEED Market data stop with 10197 while another session of the same user lives.
              forMillis 1..86400000 = 30000 milliseconds: how long it lives
            M30 UNSOLICITED_FRAMES SESSION Open orders, executions and commissions come before the next order id, unasked.
              before id|accounts: what they come before
              executions 0..1000 = 20 executions: how many of the latest
            M31 UNKNOWN_ZONE SESSION Times carry the name of a zone that nobody knows.
              zone invented|localized: a made-up name, or a name in another script
            M31-code UNKNOWN_CODE SESSION An error code that nobody knows comes for an order that is live.
              code 0..99999 = 0 number: which, 0 for a drawn one
            M31-enum UNKNOWN_STATUS SESSION An orderStatus has a status that nobody knows.
              follows yes|no: whether the true one follows at once
            M32 PAPER_REMAINDER EVENT What is left of a market order after its first fill is rejected, as for paper accounts.
            M32-limit PAPER_LIMIT EVENT A resting limit order fills only when the quote comes to it, never by others' trades, as for paper accounts.
            M33 DELAYED_AS_LIVE SESSION Delayed data come as live ticks.
              delayMillis 1..86400000 = 900000 milliseconds: how old they are
              announced no|yes: whether a marketDataType message says so
            M33-frozen FROZEN_AS_LIVE SESSION Frozen data come as live ticks: they go on with the same values.
              announced no|yes: whether a marketDataType message says so
            M34 POSITION_MOVED DEED A position moves without an execution.
              how transfer|split|assignment|buy-in: by what; a buy-in covers what is short
              shares -1000000..1000000 = 100 shares: transferred or assigned, negative for out
              ratio 2..100 = 2 shares: how many a split makes of one; working orders end and the price follows
              symbol text: which position, empty for the largest one
              account text: whose, empty for the first one
            M35 SHORT_EXECUTION_MEMORY SESSION reqExecutions reaches back a short time only.
              reachMillis 0..86400000 = 60000 milliseconds: how far
            """;

    private static final String CHANCE =
            "perThousand 1..1000 = 1000 occasions: how often it strikes, of a thousand occasions";
    private static final List<String> OF_A_SESSION =
            List.of(
                    CHANCE,
                    "times 1..2147483647 = 2147483647 strikes: how often at most",
                    "clientId -1..2147483647 = -1 client: whose sessions suffer, -1 for all");
    private static final List<String> OF_AN_EVENT =
            List.of(CHANCE, "times 1..2147483647 = 2147483647 strikes: how often at most");
    private static final List<String> OF_A_DEED =
            List.of(
                    CHANCE,
                    "times 1..2147483647 = 1 deeds: how often at most",
                    "firstMillis 0..86400000 = 0 milliseconds: when it is done first",
                    "everyMillis 1..86400000 = 60000 milliseconds: the time from one deed to the next");

    private static final Map<String, Entry> ENTRIES = read();

    private FaultCatalogue() {}

    /** Where a fault strikes. */
    enum Occasion {
        /** At something a session says or is told. */
        SESSION,
        /** At something else that happens, at the broker or at the door. */
        EVENT,
        /** By itself, as time passes. */
        DEED
    }

    /**
     * One fault as the text has it.
     *
     * @param number its number in the list of TWS's misbehaviour
     * @param occasion where it strikes
     * @param sentence what it is
     * @param parameters its own, then those of its occasion
     */
    record Entry(
            String number, Occasion occasion, String sentence, List<FaultParameter> parameters) {}

    static Entry entry(String name) {
        Entry entry = ENTRIES.get(name);
        if (entry == null) {
            throw new IllegalStateException("Invariant: every kind is in the catalogue, " + name);
        }
        return entry;
    }

    /** The names there are, for a test that the kinds are the same. */
    static List<String> names() {
        return List.copyOf(ENTRIES.keySet());
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> entries = new TreeMap<>();
        Entry last = null;
        for (String line : TEXT.lines().toList()) {
            if (line.startsWith(" ") && last != null) {
                int before = last.parameters().size() - usual(last.occasion()).size();
                last.parameters().add(before, FaultParameter.of(line.strip()));
            } else {
                String[] words = line.split(" ", 4);
                Occasion occasion = Occasion.valueOf(words[2]);
                List<FaultParameter> parameters = new ArrayList<>();
                usual(occasion).forEach(text -> parameters.add(FaultParameter.of(text)));
                last = new Entry(words[0], occasion, words[3], parameters);
                entries.put(words[1], last);
            }
        }
        return entries;
    }

    private static List<String> usual(Occasion occasion) {
        return switch (occasion) {
            case SESSION -> OF_A_SESSION;
            case EVENT -> OF_AN_EVENT;
            case DEED -> OF_A_DEED;
        };
    }
}
