package dev.monger.tws.codec;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountMessage.AccountDownloadEnd;
import dev.monger.tws.message.AccountMessage.AccountSummary;
import dev.monger.tws.message.AccountMessage.AccountSummaryEnd;
import dev.monger.tws.message.AccountMessage.AccountUpdateMulti;
import dev.monger.tws.message.AccountMessage.AccountUpdateMultiEnd;
import dev.monger.tws.message.AccountMessage.AccountUpdateTime;
import dev.monger.tws.message.AccountMessage.AccountValue;
import dev.monger.tws.message.AccountMessage.Pnl;
import dev.monger.tws.message.AccountMessage.PnlSingle;
import dev.monger.tws.message.AccountMessage.PortfolioValue;
import dev.monger.tws.message.AccountMessage.Position;
import dev.monger.tws.message.AccountMessage.PositionEnd;
import dev.monger.tws.message.AccountMessage.PositionMulti;
import dev.monger.tws.message.AccountMessage.PositionMultiEnd;
import dev.monger.tws.message.Contract;
import java.util.List;

/** Layouts of what TWS says of accounts. */
final class AccountMessageLayouts {

    private static final Layout<Position> POSITION =
            new Layout<>(
                    61,
                    0,
                    new Position("", Contract.NONE, 0, 0),
                    (f, m) -> {
                        f.filler("3");
                        return new Position(
                                f.text("account", m.account()),
                                ContractFields.eleven(f, m.contract()),
                                f.decimal("position", m.positionE8(), DecimalForm.QUANTITY),
                                f.decimal("avgCost", m.averageCostE8(), DecimalForm.POINT));
                    });

    private static final Layout<PositionEnd> POSITION_END =
            new Layout<>(
                    62,
                    0,
                    new PositionEnd(),
                    (f, m) -> {
                        f.filler("1");
                        return new PositionEnd();
                    });

    private static final Layout<PositionMulti> POSITION_MULTI =
            new Layout<>(
                    71,
                    0,
                    new PositionMulti(0, "", Contract.NONE, 0, 0, ""),
                    (f, m) -> {
                        f.filler("1");
                        return new PositionMulti(
                                f.integer("requestId", m.requestId()),
                                f.text("account", m.account()),
                                ContractFields.eleven(f, m.contract()),
                                f.decimal("position", m.positionE8(), DecimalForm.QUANTITY),
                                f.decimal("avgCost", m.averageCostE8(), DecimalForm.POINT),
                                f.text("modelCode", m.modelCode()));
                    });

    private static final Layout<PositionMultiEnd> POSITION_MULTI_END =
            new Layout<>(
                    72,
                    0,
                    new PositionMultiEnd(0),
                    (f, m) -> {
                        f.filler("1");
                        return new PositionMultiEnd(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<AccountValue> ACCOUNT_VALUE =
            new Layout<>(
                    6,
                    0,
                    new AccountValue("", "", "", ""),
                    (f, m) -> {
                        f.filler("2");
                        return new AccountValue(
                                f.text("key", m.key()),
                                f.text("value", m.value()),
                                f.text("currency", m.currency()),
                                f.text("account", m.account()));
                    });

    private static final Layout<PortfolioValue> PORTFOLIO_VALUE =
            new Layout<>(
                    7,
                    0,
                    new PortfolioValue(Contract.NONE, 0, 0, 0, 0, 0, 0, ""),
                    (f, m) -> {
                        f.filler("8");
                        return new PortfolioValue(
                                ContractFields.elevenOfPortfolio(f, m.contract()),
                                f.decimal("position", m.positionE8(), DecimalForm.QUANTITY),
                                f.decimal("marketPrice", m.marketPriceE8(), DecimalForm.POINT),
                                f.decimal("marketValue", m.marketValueE8(), DecimalForm.POINT),
                                f.decimal("averageCost", m.averageCostE8(), DecimalForm.POINT),
                                f.decimal(
                                        "unrealizedPnL",
                                        m.unrealizedPnlE8(),
                                        DecimalForm.POINT_OR_LARGEST),
                                f.decimal(
                                        "realizedPnL",
                                        m.realizedPnlE8(),
                                        DecimalForm.POINT_OR_LARGEST),
                                f.text("account", m.account()));
                    });

    private static final Layout<AccountUpdateTime> ACCOUNT_UPDATE_TIME =
            new Layout<>(
                    8,
                    0,
                    new AccountUpdateTime(""),
                    (f, m) -> {
                        f.filler("1");
                        return new AccountUpdateTime(f.text("time", m.time()));
                    });

    private static final Layout<AccountDownloadEnd> ACCOUNT_DOWNLOAD_END =
            new Layout<>(
                    54,
                    0,
                    new AccountDownloadEnd(""),
                    (f, m) -> {
                        f.filler("1");
                        return new AccountDownloadEnd(f.text("account", m.account()));
                    });

    private static final Layout<AccountUpdateMulti> ACCOUNT_UPDATE_MULTI =
            new Layout<>(
                    73,
                    0,
                    new AccountUpdateMulti(0, "", "", "", "", ""),
                    (f, m) -> {
                        f.filler("1");
                        return new AccountUpdateMulti(
                                f.integer("requestId", m.requestId()),
                                f.text("account", m.account()),
                                f.text("modelCode", m.modelCode()),
                                f.text("key", m.key()),
                                f.text("value", m.value()),
                                f.text("currency", m.currency()));
                    });

    private static final Layout<AccountUpdateMultiEnd> ACCOUNT_UPDATE_MULTI_END =
            new Layout<>(
                    74,
                    0,
                    new AccountUpdateMultiEnd(0),
                    (f, m) -> {
                        f.filler("1");
                        return new AccountUpdateMultiEnd(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<AccountSummary> ACCOUNT_SUMMARY =
            new Layout<>(
                    63,
                    0,
                    new AccountSummary(0, "", "", "", ""),
                    (f, m) -> {
                        f.filler("1");
                        return new AccountSummary(
                                f.integer("requestId", m.requestId()),
                                f.text("account", m.account()),
                                f.text("tag", m.tag()),
                                f.text("value", m.value()),
                                f.text("currency", m.currency()));
                    });

    private static final Layout<AccountSummaryEnd> ACCOUNT_SUMMARY_END =
            new Layout<>(
                    64,
                    0,
                    new AccountSummaryEnd(0),
                    (f, m) -> {
                        f.filler("1");
                        return new AccountSummaryEnd(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<Pnl> PNL =
            new Layout<>(
                    94,
                    0,
                    new Pnl(0, 0, 0, 0),
                    (f, m) ->
                            new Pnl(
                                    f.integer("requestId", m.requestId()),
                                    f.decimal(
                                            "dailyPnL",
                                            m.dailyPnlE8(),
                                            DecimalForm.POINT_OR_LARGEST),
                                    f.decimal(
                                            "unrealizedPnL",
                                            m.unrealizedPnlE8(),
                                            DecimalForm.POINT_OR_LARGEST),
                                    f.decimal(
                                            "realizedPnL",
                                            m.realizedPnlE8(),
                                            DecimalForm.POINT_OR_LARGEST)));

    private static final Layout<PnlSingle> PNL_SINGLE =
            new Layout<>(
                    95,
                    0,
                    new PnlSingle(0, 0, 0, 0, 0, 0),
                    (f, m) ->
                            new PnlSingle(
                                    f.integer("requestId", m.requestId()),
                                    f.decimal("position", m.positionE8(), DecimalForm.QUANTITY),
                                    f.decimal(
                                            "dailyPnL",
                                            m.dailyPnlE8(),
                                            DecimalForm.POINT_OR_LARGEST),
                                    f.decimal(
                                            "unrealizedPnL",
                                            m.unrealizedPnlE8(),
                                            DecimalForm.POINT_OR_LARGEST),
                                    f.decimal(
                                            "realizedPnL",
                                            m.realizedPnlE8(),
                                            DecimalForm.POINT_OR_LARGEST),
                                    f.decimal("value", m.valueE8(), DecimalForm.POINT_OR_LARGEST)));

    static final List<Layout<? extends AccountMessage>> ALL =
            List.of(
                    POSITION,
                    POSITION_END,
                    POSITION_MULTI,
                    POSITION_MULTI_END,
                    ACCOUNT_VALUE,
                    PORTFOLIO_VALUE,
                    ACCOUNT_UPDATE_TIME,
                    ACCOUNT_DOWNLOAD_END,
                    ACCOUNT_UPDATE_MULTI,
                    ACCOUNT_UPDATE_MULTI_END,
                    ACCOUNT_SUMMARY,
                    ACCOUNT_SUMMARY_END,
                    PNL,
                    PNL_SINGLE);

    private AccountMessageLayouts() {}

    static void write(FieldWriter writer, AccountMessage message) {
        switch (message) {
            case Position m -> POSITION.write(writer, m);
            case PositionEnd m -> POSITION_END.write(writer, m);
            case PositionMulti m -> POSITION_MULTI.write(writer, m);
            case PositionMultiEnd m -> POSITION_MULTI_END.write(writer, m);
            case AccountValue m -> ACCOUNT_VALUE.write(writer, m);
            case PortfolioValue m -> PORTFOLIO_VALUE.write(writer, m);
            case AccountUpdateTime m -> ACCOUNT_UPDATE_TIME.write(writer, m);
            case AccountDownloadEnd m -> ACCOUNT_DOWNLOAD_END.write(writer, m);
            case AccountUpdateMulti m -> ACCOUNT_UPDATE_MULTI.write(writer, m);
            case AccountUpdateMultiEnd m -> ACCOUNT_UPDATE_MULTI_END.write(writer, m);
            case AccountSummary m -> ACCOUNT_SUMMARY.write(writer, m);
            case AccountSummaryEnd m -> ACCOUNT_SUMMARY_END.write(writer, m);
            case Pnl m -> PNL.write(writer, m);
            case PnlSingle m -> PNL_SINGLE.write(writer, m);
        }
    }
}
