package dev.monger.simulator.front;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.fault.Faults;
import dev.monger.simulator.venue.Instrument;
import dev.monger.tws.message.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders that TWS holds until somebody transmits them: a client with the last part of a family, or
 * a person with a click. They outlive the client's connection and die with TWS.
 */
public final class DraftDesk {
    private final Backend backend;
    private final OrderEchoes echoes;
    private final Faults faults;
    private final Errors errors;
    private final Map<Integer, Draft> drafts = new TreeMap<>();
    private int lastNumber;

    DraftDesk(Backend backend, OrderEchoes echoes, Faults faults, Errors errors) {
        this.backend = backend;
        this.echoes = echoes;
        this.faults = faults;
        this.errors = errors;
    }

    /** Tells the client that placed an order what is wrong with it, if it is there. */
    @FunctionalInterface
    interface Errors {
        void tell(OrderOrigin origin, int code, String text);
    }

    /**
     * An order nobody has transmitted.
     *
     * @param number TWS's own number of it, from 1
     * @param origin who wrote it
     * @param parentId the client's id of its parent, 0 for none
     * @param instrument what it trades
     * @param terms what it asks for
     * @param written as the client wrote it, null when a person did
     */
    public record Draft(
            int number,
            OrderOrigin origin,
            int parentId,
            Instrument instrument,
            OrderTerms terms,
            @Nullable Order written) {}

    /** Everything held, oldest first. */
    public List<Draft> all() {
        return new ArrayList<>(drafts.values());
    }

    /** A draft by its number, or null. */
    public @Nullable Draft get(int number) {
        return drafts.get(number);
    }

    @Nullable Draft of(int clientId, int orderId) {
        for (Draft draft : drafts.values()) {
            if (!draft.origin().manual()
                    && draft.origin().clientId() == clientId
                    && draft.origin().orderId() == orderId) {
                return draft;
            }
        }
        return null;
    }

    /** Holds what a client wrote, in place of what it wrote before under the same id. */
    void hold(
            OrderOrigin origin,
            int parentId,
            Instrument instrument,
            OrderTerms terms,
            Order written) {
        Draft before = of(origin.clientId(), origin.orderId());
        int number = before == null ? ++lastNumber : before.number();
        drafts.put(number, new Draft(number, origin, parentId, instrument, terms, written));
    }

    /** Holds what a person typed. */
    public Draft type(String account, Instrument instrument, OrderTerms terms) {
        int number = ++lastNumber;
        Draft draft = new Draft(number, OrderOrigin.person(account), 0, instrument, terms, null);
        drafts.put(number, draft);
        return draft;
    }

    /** A person changes what is held. */
    public Draft change(Draft draft, OrderTerms terms) {
        Draft changed =
                new Draft(
                        draft.number(),
                        draft.origin(),
                        draft.parentId(),
                        draft.instrument(),
                        terms,
                        draft.written());
        drafts.put(draft.number(), changed);
        return changed;
    }

    /** Throws a draft away; the client that wrote it is told that it is cancelled. */
    public void discard(Draft draft) {
        drafts.remove(draft.number());
        errors.tell(draft.origin(), 202, "Order Canceled - reason:");
    }

    /** A person transmits one draft, with all that hang on it; the outcome of that one. */
    public PlaceOutcome transmit(Draft draft) {
        PlaceOutcome outcome = submit(draft);
        if (!draft.origin().manual()) {
            for (Draft child : children(draft.origin().clientId(), draft.origin().orderId())) {
                submit(child);
            }
        }
        return outcome;
    }

    /** A client transmits an order and all that hang on it, the parent first. */
    void transmitFamily(int clientId, int rootId) {
        Draft root = of(clientId, rootId);
        if (root != null) {
            submit(root);
        }
        children(clientId, rootId).forEach(this::submit);
    }

    private List<Draft> children(int clientId, int parentId) {
        return drafts.values().stream()
                .filter(draft -> draft.parentId() == parentId)
                .filter(draft -> draft.origin().clientId() == clientId)
                .filter(draft -> !draft.origin().manual())
                .toList();
    }

    private PlaceOutcome submit(Draft draft) {
        drafts.remove(draft.number());
        OrderOrigin origin = draft.origin();
        BrokerOrder parent =
                draft.parentId() == 0 ? null : backend.order(origin.clientId(), draft.parentId());
        if (draft.parentId() != 0 && parent == null) {
            PlaceOutcome.Refused orphan =
                    new PlaceOutcome.Refused(
                            201, "Order rejected - reason:The parent order was not accepted.");
            errors.tell(origin, orphan.code(), orphan.text());
            return orphan;
        }
        Order written = draft.written();
        if (written != null) {
            echoes.expect(written);
        }
        long parentPermId = parent == null ? 0 : parent.permId();
        PlaceOutcome outcome =
                faults.broker().place(origin, draft.instrument(), draft.terms(), parentPermId);
        echoes.expectNothing();
        if (outcome instanceof PlaceOutcome.Refused(int code, String text)) {
            errors.tell(origin, code, text);
        }
        return outcome;
    }
}
