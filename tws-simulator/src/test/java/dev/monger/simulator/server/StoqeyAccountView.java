package dev.monger.simulator.server;

import dev.monger.tws.message.AccountMessage;
import java.util.List;

/** Accounts, positions and P&amp;L as {@code @stoqey/ib} shows them. */
final class StoqeyAccountView {
    private StoqeyAccountView() {}

    /** The events of a message. */
    static List<StoqeyEvent> of(AccountMessage message) {
        return switch (message) {
            case AccountMessage.Position position ->
                    StoqeyView.one(
                            "position",
                            position.account(),
                            StoqeyContracts.contract(position.contract()),
                            StoqeyView.number(position.positionE8()),
                            StoqeyView.number(position.averageCostE8()));
            case AccountMessage.PositionEnd end -> StoqeyView.one("positionEnd");
            case AccountMessage.PositionMulti multi -> positionMulti(multi);
            case AccountMessage.PositionMultiEnd(int id) ->
                    StoqeyView.one("positionMultiEnd", StoqeyView.whole(id));
            case AccountMessage.AccountValue value ->
                    StoqeyView.one(
                            "updateAccountValue",
                            value.key(),
                            value.value(),
                            value.currency(),
                            value.account());
            case AccountMessage.PortfolioValue row -> portfolio(row);
            case AccountMessage.AccountUpdateTime(String time) ->
                    StoqeyView.one("updateAccountTime", time);
            case AccountMessage.AccountDownloadEnd(String name) ->
                    StoqeyView.one("accountDownloadEnd", name);
            case AccountMessage.AccountUpdateMulti multi -> updateMulti(multi);
            // The client reads the id of this one as a text.
            case AccountMessage.AccountUpdateMultiEnd(int id) ->
                    StoqeyView.one("accountUpdateMultiEnd", Integer.toString(id));
            case AccountMessage.AccountSummary row -> summary(row);
            case AccountMessage.AccountSummaryEnd(int id) ->
                    StoqeyView.one("accountSummaryEnd", StoqeyView.whole(id));
            case AccountMessage.Pnl pnl ->
                    StoqeyView.one(
                            "pnl",
                            StoqeyView.whole(pnl.requestId()),
                            StoqeyView.number(pnl.dailyPnlE8()),
                            StoqeyView.number(pnl.unrealizedPnlE8()),
                            StoqeyView.number(pnl.realizedPnlE8()));
            case AccountMessage.PnlSingle pnl -> pnlSingle(pnl);
        };
    }

    private static List<StoqeyEvent> positionMulti(AccountMessage.PositionMulti multi) {
        return StoqeyView.one(
                "positionMulti",
                StoqeyView.whole(multi.requestId()),
                multi.account(),
                multi.modelCode(),
                StoqeyContracts.contract(multi.contract()),
                StoqeyView.number(multi.positionE8()),
                StoqeyView.number(multi.averageCostE8()));
    }

    private static List<StoqeyEvent> portfolio(AccountMessage.PortfolioValue row) {
        return StoqeyView.one(
                "updatePortfolio",
                StoqeyContracts.ofPortfolio(row.contract()),
                StoqeyView.number(row.positionE8()),
                StoqeyView.number(row.marketPriceE8()),
                StoqeyView.number(row.marketValueE8()),
                StoqeyView.number(row.averageCostE8()),
                StoqeyView.number(row.unrealizedPnlE8()),
                StoqeyView.number(row.realizedPnlE8()),
                row.account());
    }

    private static List<StoqeyEvent> updateMulti(AccountMessage.AccountUpdateMulti multi) {
        return StoqeyView.one(
                "accountUpdateMulti",
                StoqeyView.whole(multi.requestId()),
                multi.account(),
                multi.modelCode(),
                multi.key(),
                multi.value(),
                multi.currency());
    }

    private static List<StoqeyEvent> summary(AccountMessage.AccountSummary row) {
        return StoqeyView.one(
                "accountSummary",
                StoqeyView.whole(row.requestId()),
                row.account(),
                row.tag(),
                row.value(),
                row.currency());
    }

    private static List<StoqeyEvent> pnlSingle(AccountMessage.PnlSingle pnl) {
        return StoqeyView.one(
                "pnlSingle",
                StoqeyView.whole(pnl.requestId()),
                StoqeyView.number(pnl.positionE8()),
                StoqeyView.number(pnl.dailyPnlE8()),
                StoqeyView.number(pnl.unrealizedPnlE8()),
                StoqeyView.number(pnl.realizedPnlE8()),
                StoqeyView.number(pnl.valueE8()));
    }
}
