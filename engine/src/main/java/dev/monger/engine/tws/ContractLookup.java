package dev.monger.engine.tws;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ContractDescription;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.FixedPoint;
import dev.monger.core.model.Price;
import dev.monger.core.model.PriceIncrement;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.LinkEvent;
import dev.monger.core.monger.MongerEvent;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.PriceStep;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.session.Backoff;
import dev.monger.tws.session.FarmKind;
import dev.monger.tws.session.SessionEvent;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one contract that is traded: its details first, then the rule by which it is priced.
 *
 * <p>None and several are both a refusal, as is a list that did not end: a ticker the broker does
 * not know, or finds ambiguous, must not be traded on a guess. What is found is no more than a
 * candidate: orders go out in it once the core says that it trades it, since a position in the
 * contract found before must be closed in that one. What stays without an answer is asked again,
 * ever more seldom, and so is what was refused: TWS knows no contract either while it starts, or
 * while its farm of definitions is away.
 */
public final class ContractLookup {

    private static final long SECOND = 1_000_000_000L;
    private static final long RULE_DEADLINE_NANOS = 10 * SECOND;
    private static final long NEVER = Long.MAX_VALUE;

    private final List<ContractDetails> found = new ArrayList<>();
    private int requestId = Integer.MIN_VALUE;
    private @Nullable ContractDescription wanted;
    private @Nullable ContractDetails chosen;
    private @Nullable Contract candidate;
    private @Nullable Contract traded;
    private boolean refusedApart;
    private int ruleId = Integer.MIN_VALUE;
    private long againNanos = NEVER;
    private Backoff unanswered = Backoff.of(SECOND, 60 * SECOND);
    private Backoff refusals = Backoff.of(30 * SECOND, 600 * SECOND);
    private boolean refused;
    private boolean disputed;

    /** What the lookup wants to do next. */
    public sealed interface Next {

        /** Wait for more. */
        record Wait() implements Next {}

        /** Ask this. */
        record Ask(ClientMessage request) implements Next {}

        /** Tell the core. */
        record Tell(MongerEvent event) implements Next {}
    }

    /** Starts anew. */
    public ClientMessage start(int newRequestId, ContractDescription newlyWanted) {
        wanted = newlyWanted;
        unanswered = unanswered.succeeded();
        refusals = refusals.succeeded();
        return ask(newRequestId, newlyWanted);
    }

    private ClientMessage ask(int newRequestId, ContractDescription contractWanted) {
        found.clear();
        refusedApart = false;
        refused = false;
        disputed = false;
        chosen = null;
        againNanos = NEVER;
        ruleId = Integer.MIN_VALUE;
        requestId = newRequestId;
        Contract contract =
                Contract.of(
                                contractWanted.symbol(),
                                contractWanted.securityType(),
                                contractWanted.exchange(),
                                contractWanted.currency())
                        .withPrimaryExchange(
                                contractWanted.primaryExchange() == null
                                        ? ""
                                        : contractWanted.primaryExchange())
                        .withConId(
                                contractWanted.conId() == null
                                        ? 0
                                        : (int) contractWanted.conId().value());
        return new ReferenceRequest.RequestContractDetails(newRequestId, contract, false, "");
    }

    /**
     * Returns the contract as orders and subscriptions name it, which is never another than the
     * core trades; null before it is found.
     */
    public @Nullable Contract contract() {
        return traded;
    }

    /**
     * The core trades the contract of this id from now on.
     *
     * @return whether it was found; until it is there is no contract
     */
    public boolean trade(ConId conId) {
        traded = found(conId);
        if (disputed && isOf(candidate, conId.value())) {
            disputed = false;
            refusals = refusals.succeeded();
            againNanos = NEVER;
        }
        return traded != null;
    }

    /** Returns the currency of a contract that was found; empty for others. */
    public String currencyOf(ConId conId) {
        Contract contract = found(conId);
        return contract == null ? "" : contract.currency();
    }

    private @Nullable Contract found(ConId conId) {
        return isOf(candidate, conId.value())
                ? candidate
                : isOf(traded, conId.value()) ? traded : null;
    }

    private static boolean isOf(@Nullable Contract contract, long conId) {
        return contract != null && contract.conId() == conId;
    }

    /** The session is gone: no answer will come, and the next session asks anew. */
    public void unlinked() {
        found.clear();
        chosen = null;
        refusedApart = false;
        requestId = Integer.MIN_VALUE;
        ruleId = Integer.MIN_VALUE;
        againNanos = NEVER;
    }

    /** A request came to no end in time; one of the lookup's own is asked again after a while. */
    public void unanswered(int id, long nowNanos) {
        if (id == requestId && chosen == null) {
            unanswered = unanswered.failed();
            againNanos = nowNanos + unanswered.delayNanos();
        }
    }

    /** Asks anew what stayed without an answer, when it is time. */
    public Next woke(long nowNanos, IntSupplier nextId) {
        ContractDescription again = wanted;
        if (nowNanos < againNanos || again == null) {
            return new Next.Wait();
        }
        if (ruleId != Integer.MIN_VALUE) {
            unanswered = unanswered.failed();
        }
        return new Next.Ask(ask(nextId.getAsInt(), again));
    }

    /** When {@link #woke} has something to ask, monotonic. */
    public long nextWakeNanos() {
        return againNanos;
    }

    /** Takes a message. */
    public Next heard(ReferenceMessage message, long nowNanos) {
        return switch (message) {
            case ReferenceMessage.ContractData data when data.requestId() == requestId -> {
                found.add(data.details());
                yield new Next.Wait();
            }
            case ReferenceMessage.ContractDataEnd end when end.requestId() == requestId ->
                    ended(nowNanos);
            case ReferenceMessage.MarketRule rule when rule.marketRuleId() == ruleId ->
                    confirmed(rule.steps(), nowNanos);
            default -> new Next.Wait();
        };
    }

    /**
     * Takes an error; only one about the lookup's own request means anything here. While TWS and
     * the broker are apart it says of good contracts too that it knows none, which is no refusal.
     */
    public Next failed(SessionMessage.ErrorMessage error, boolean apart, long nowNanos) {
        if (error.id() != requestId || chosen != null) {
            return new Next.Wait();
        }
        if (apart) {
            refusedApart = true;
            return new Next.Wait();
        }
        return refused(error.code() + ": " + error.text(), nowNanos);
    }

    private Next refused(String why, long nowNanos) {
        refused = true;
        askLater(nowNanos);
        return new Next.Tell(new LinkEvent.ContractRefused(why));
    }

    private void askLater(long nowNanos) {
        refusals = refusals.failed();
        againNanos = nowNanos + refusals.delayNanos();
    }

    /** A farm came or went; with that of definitions what was refused is asked anew at once. */
    public Next farm(SessionEvent.FarmChanged farm, IntSupplier nextId) {
        ContractDescription again = wanted;
        boolean back = farm.kind() == FarmKind.SECURITY_DEFINITIONS && farm.ok();
        return back && refused && again != null
                ? new Next.Ask(ask(nextId.getAsInt(), again))
                : new Next.Wait();
    }

    /** TWS and the broker are together again: what was refused without the broker is asked anew. */
    public Next restored(IntSupplier nextId) {
        ContractDescription again = wanted;
        return refusedApart && again != null
                ? new Next.Ask(ask(nextId.getAsInt(), again))
                : new Next.Wait();
    }

    private Next ended(long nowNanos) {
        if (found.size() != 1) {
            return refused(
                    found.isEmpty()
                            ? "the broker knows no such contract"
                            : "the broker knows "
                                    + found.size()
                                    + " such contracts; name the primary exchange or the contract"
                                    + " id",
                    nowNanos);
        }
        ContractDetails details = found.getFirst();
        chosen = details;
        Optional<Integer> rule = ruleOf(details);
        if (rule.isEmpty()) {
            return confirmed(List.of(), nowNanos);
        }
        ruleId = rule.get();
        // Nothing ends this request but its answer.
        againNanos = nowNanos + RULE_DEADLINE_NANOS + unanswered.delayNanos();
        return new Next.Ask(new ReferenceRequest.RequestMarketRule(ruleId));
    }

    /** The rules stand in the order of the valid exchanges. */
    private static Optional<Integer> ruleOf(ContractDetails details) {
        List<String> exchanges = List.of(details.validExchanges().split(",", -1));
        List<String> rules = List.of(details.marketRuleIds().split(",", -1));
        int index = exchanges.indexOf(details.contract().exchange());
        String text = index >= 0 && index < rules.size() ? rules.get(index) : rules.getFirst();
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private Next confirmed(List<PriceStep> steps, long nowNanos) {
        ContractDetails details = chosen;
        if (details == null) {
            return new Next.Wait();
        }
        ruleId = Integer.MIN_VALUE;
        againNanos = NEVER;
        List<PriceIncrement> increments = new ArrayList<>();
        for (PriceStep step : steps) {
            if (step.incrementE8() > 0) {
                increments.add(
                        new PriceIncrement(
                                new Price(step.lowEdgeE8()), new Price(step.incrementE8())));
            }
        }
        if (increments.isEmpty() && details.minTickE8() > 0) {
            increments.add(new PriceIncrement(Price.ZERO, new Price(details.minTickE8())));
        }
        if (increments.isEmpty() || details.contract().conId() <= 0) {
            return refused("the broker names no price increment or no contract id", nowNanos);
        }
        unanswered = unanswered.succeeded();
        candidate = details.contract();
        if (isOf(traded, candidate.conId())) {
            traded = candidate;
            refusals = refusals.succeeded();
        } else if (traded != null) {
            // The core does not take another one while the first is open: it may be closed later.
            disputed = true;
            askLater(nowNanos);
        }
        return new Next.Tell(new LinkEvent.ContractConfirmed(terms(details, increments)));
    }

    private static ContractTerms terms(ContractDetails details, List<PriceIncrement> increments) {
        ZoneId zone = BrokerTime.zone(details.timeZoneId(), ContractTerms.DEFAULT_ZONE);
        return new ContractTerms(
                new ConId(details.contract().conId()),
                increments,
                BrokerTime.windows(details.liquidHours(), zone),
                multiplier(details.contract().multiplier()),
                List.of(details.orderTypes().split(",", -1)),
                zone);
    }

    private static Quantity multiplier(String text) {
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,8})?") && new BigDecimal(text).signum() > 0
                ? Quantity.of(text)
                : new Quantity(FixedPoint.ONE);
    }
}
