package dev.monger.simulator.fault;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes wrong when P&amp;L and account values are told. */
final class AccountTelling implements Telling {
    private static final long MOST_GARBAGE = 10_000_000;

    private final Hearing hearing;
    private final Map<Integer, Long> zeroE8 = new TreeMap<>();

    AccountTelling(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public List<ServerMessage> told(List<ServerMessage> batch) {
        if (!hearing.lasts(FaultKind.PNL_RESET)) {
            zeroE8.clear();
        }
        if (batch.stream().noneMatch(AccountMessage.class::isInstance)) {
            return batch;
        }
        List<ServerMessage> told = new ArrayList<>();
        Fault garbage = null;
        for (ServerMessage message : batch) {
            switch (message) {
                case AccountMessage.Pnl pnl -> profit(pnl, told);
                case AccountMessage.PnlSingle pnl -> profit(pnl, told);
                case AccountMessage.AccountValue value -> {
                    if (value.key().equals("AccountReady")) {
                        garbage = hearing.strike(FaultKind.ACCOUNT_NOT_READY);
                    }
                    told.add(garbage == null ? value : garbled(value, garbage));
                }
                default -> told.add(message);
            }
        }
        return told;
    }

    private void profit(AccountMessage.Pnl pnl, List<ServerMessage> told) {
        if (hearing.strikes(FaultKind.PNL_SILENT)) {
            return;
        }
        if (hearing.strikes(FaultKind.PNL_UNSET)) {
            told.add(
                    new AccountMessage.Pnl(
                            pnl.requestId(), Decimals.UNSET, Decimals.UNSET, Decimals.UNSET));
        } else {
            told.add(
                    new AccountMessage.Pnl(
                            pnl.requestId(),
                            sinceReset(pnl.requestId(), pnl.dailyPnlE8()),
                            pnl.unrealizedPnlE8(),
                            pnl.realizedPnlE8()));
        }
    }

    private void profit(AccountMessage.PnlSingle pnl, List<ServerMessage> told) {
        if (hearing.strikes(FaultKind.PNL_SILENT)) {
            return;
        }
        boolean unset = hearing.strikes(FaultKind.PNL_UNSET);
        told.add(
                new AccountMessage.PnlSingle(
                        pnl.requestId(),
                        pnl.positionE8(),
                        unset ? Decimals.UNSET : sinceReset(pnl.requestId(), pnl.dailyPnlE8()),
                        unset ? Decimals.UNSET : pnl.unrealizedPnlE8(),
                        unset ? Decimals.UNSET : pnl.realizedPnlE8(),
                        unset ? Decimals.UNSET : pnl.valueE8()));
    }

    /** The daily P&amp;L counted from the moment it was set back, as long as that lasts. */
    private long sinceReset(int requestId, long dailyE8) {
        Long zero = zeroE8.get(requestId);
        if (zero == null && hearing.strikes(FaultKind.PNL_RESET)) {
            zero = dailyE8;
            zeroE8.put(requestId, zero);
        }
        return zero == null ? dailyE8 : dailyE8 - zero;
    }

    private AccountMessage.AccountValue garbled(AccountMessage.AccountValue value, Fault fault) {
        String other = value.value();
        if (value.key().equals("AccountReady")) {
            other = "false";
        } else if (!value.currency().isEmpty() && other.contains(".")) {
            other =
                    fault.has("values", "zero")
                            ? "0.00"
                            : hearing.random(FaultKind.ACCOUNT_NOT_READY).below(MOST_GARBAGE)
                                    + ".00";
        }
        return new AccountMessage.AccountValue(
                value.key(), other, value.currency(), value.account());
    }
}
