package dev.monger.tws.codec;

import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.AccountRequest.CancelAccountSummary;
import dev.monger.tws.message.AccountRequest.CancelAccountUpdatesMulti;
import dev.monger.tws.message.AccountRequest.CancelPnl;
import dev.monger.tws.message.AccountRequest.CancelPnlSingle;
import dev.monger.tws.message.AccountRequest.CancelPositions;
import dev.monger.tws.message.AccountRequest.CancelPositionsMulti;
import dev.monger.tws.message.AccountRequest.RequestAccountSummary;
import dev.monger.tws.message.AccountRequest.RequestAccountUpdates;
import dev.monger.tws.message.AccountRequest.RequestAccountUpdatesMulti;
import dev.monger.tws.message.AccountRequest.RequestPnl;
import dev.monger.tws.message.AccountRequest.RequestPnlSingle;
import dev.monger.tws.message.AccountRequest.RequestPositions;
import dev.monger.tws.message.AccountRequest.RequestPositionsMulti;
import java.util.List;

/** Layouts of requests about accounts. */
final class AccountRequestLayouts {

    private static final Layout<RequestPositions> REQUEST_POSITIONS =
            new Layout<>(
                    61,
                    0,
                    new RequestPositions(),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestPositions();
                    });

    private static final Layout<CancelPositions> CANCEL_POSITIONS =
            new Layout<>(
                    64,
                    0,
                    new CancelPositions(),
                    (f, m) -> {
                        f.filler("1");
                        return new CancelPositions();
                    });

    private static final Layout<RequestPositionsMulti> REQUEST_POSITIONS_MULTI =
            new Layout<>(
                    74,
                    0,
                    new RequestPositionsMulti(0, "", ""),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestPositionsMulti(
                                f.integer("requestId", m.requestId()),
                                f.text("account", m.account()),
                                f.text("modelCode", m.modelCode()));
                    });

    private static final Layout<CancelPositionsMulti> CANCEL_POSITIONS_MULTI =
            new Layout<>(
                    75,
                    0,
                    new CancelPositionsMulti(0),
                    (f, m) -> {
                        f.filler("1");
                        return new CancelPositionsMulti(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<RequestAccountUpdates> REQUEST_ACCOUNT_UPDATES =
            new Layout<>(
                    6,
                    0,
                    new RequestAccountUpdates(false, ""),
                    (f, m) -> {
                        f.filler("2");
                        return new RequestAccountUpdates(
                                f.flag("subscribe", m.subscribe()), f.text("account", m.account()));
                    });

    private static final Layout<RequestAccountUpdatesMulti> REQUEST_ACCOUNT_UPDATES_MULTI =
            new Layout<>(
                    76,
                    0,
                    new RequestAccountUpdatesMulti(0, "", "", false),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestAccountUpdatesMulti(
                                f.integer("requestId", m.requestId()),
                                f.text("account", m.account()),
                                f.text("modelCode", m.modelCode()),
                                f.flag("ledgerAndNLV", m.ledgerAndNetLiquidation()));
                    });

    private static final Layout<CancelAccountUpdatesMulti> CANCEL_ACCOUNT_UPDATES_MULTI =
            new Layout<>(
                    77,
                    0,
                    new CancelAccountUpdatesMulti(0),
                    (f, m) -> {
                        f.filler("1");
                        return new CancelAccountUpdatesMulti(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<RequestAccountSummary> REQUEST_ACCOUNT_SUMMARY =
            new Layout<>(
                    62,
                    0,
                    new RequestAccountSummary(0, "", ""),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestAccountSummary(
                                f.integer("requestId", m.requestId()),
                                f.text("group", m.group()),
                                f.text("tags", m.tags()));
                    });

    private static final Layout<CancelAccountSummary> CANCEL_ACCOUNT_SUMMARY =
            new Layout<>(
                    63,
                    0,
                    new CancelAccountSummary(0),
                    (f, m) -> {
                        f.filler("1");
                        return new CancelAccountSummary(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<RequestPnl> REQUEST_PNL =
            new Layout<>(
                    92,
                    0,
                    new RequestPnl(0, "", ""),
                    (f, m) ->
                            new RequestPnl(
                                    f.integer("requestId", m.requestId()),
                                    f.text("account", m.account()),
                                    f.text("modelCode", m.modelCode())));

    private static final Layout<CancelPnl> CANCEL_PNL =
            new Layout<>(
                    93,
                    0,
                    new CancelPnl(0),
                    (f, m) -> new CancelPnl(f.integer("requestId", m.requestId())));

    private static final Layout<RequestPnlSingle> REQUEST_PNL_SINGLE =
            new Layout<>(
                    94,
                    0,
                    new RequestPnlSingle(0, "", "", 0),
                    (f, m) ->
                            new RequestPnlSingle(
                                    f.integer("requestId", m.requestId()),
                                    f.text("account", m.account()),
                                    f.text("modelCode", m.modelCode()),
                                    f.integer("conId", m.conId())));

    private static final Layout<CancelPnlSingle> CANCEL_PNL_SINGLE =
            new Layout<>(
                    95,
                    0,
                    new CancelPnlSingle(0),
                    (f, m) -> new CancelPnlSingle(f.integer("requestId", m.requestId())));

    static final List<Layout<? extends AccountRequest>> ALL =
            List.of(
                    REQUEST_POSITIONS,
                    CANCEL_POSITIONS,
                    REQUEST_POSITIONS_MULTI,
                    CANCEL_POSITIONS_MULTI,
                    REQUEST_ACCOUNT_UPDATES,
                    REQUEST_ACCOUNT_UPDATES_MULTI,
                    CANCEL_ACCOUNT_UPDATES_MULTI,
                    REQUEST_ACCOUNT_SUMMARY,
                    CANCEL_ACCOUNT_SUMMARY,
                    REQUEST_PNL,
                    CANCEL_PNL,
                    REQUEST_PNL_SINGLE,
                    CANCEL_PNL_SINGLE);

    private AccountRequestLayouts() {}

    static void write(FieldWriter writer, AccountRequest message) {
        switch (message) {
            case RequestPositions m -> REQUEST_POSITIONS.write(writer, m);
            case CancelPositions m -> CANCEL_POSITIONS.write(writer, m);
            case RequestPositionsMulti m -> REQUEST_POSITIONS_MULTI.write(writer, m);
            case CancelPositionsMulti m -> CANCEL_POSITIONS_MULTI.write(writer, m);
            case RequestAccountUpdates m -> REQUEST_ACCOUNT_UPDATES.write(writer, m);
            case RequestAccountUpdatesMulti m -> REQUEST_ACCOUNT_UPDATES_MULTI.write(writer, m);
            case CancelAccountUpdatesMulti m -> CANCEL_ACCOUNT_UPDATES_MULTI.write(writer, m);
            case RequestAccountSummary m -> REQUEST_ACCOUNT_SUMMARY.write(writer, m);
            case CancelAccountSummary m -> CANCEL_ACCOUNT_SUMMARY.write(writer, m);
            case RequestPnl m -> REQUEST_PNL.write(writer, m);
            case CancelPnl m -> CANCEL_PNL.write(writer, m);
            case RequestPnlSingle m -> REQUEST_PNL_SINGLE.write(writer, m);
            case CancelPnlSingle m -> CANCEL_PNL_SINGLE.write(writer, m);
        }
    }
}
