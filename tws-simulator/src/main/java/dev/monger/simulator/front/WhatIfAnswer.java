package dev.monger.simulator.front;

import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.Preview;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Margins;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import java.util.List;

/** The openOrder that answers a what-if order. */
final class WhatIfAnswer {
    private static final String CURRENCY = "USD";

    private WhatIfAnswer() {}

    /** What the order would have traded, for whom and how. */
    record Asked(Contract contract, String account, OrderTerms terms) {}

    static OrderMessage.OpenOrder of(
            int clientId, OrderRequest.PlaceOrder request, Asked asked, Preview preview) {
        Margins margins =
                new Margins(
                        preview.marginBeforeE8(),
                        preview.marginBeforeE8(),
                        preview.equityE8(),
                        preview.marginChangeE8(),
                        preview.marginChangeE8(),
                        -preview.commissionE8(),
                        preview.marginBeforeE8() + preview.marginChangeE8(),
                        preview.marginBeforeE8() + preview.marginChangeE8(),
                        preview.equityE8() - preview.commissionE8());
        OrderState state =
                new OrderState(
                        "PreSubmitted",
                        margins,
                        preview.commissionE8(),
                        preview.leastCommissionE8(),
                        preview.mostCommissionE8(),
                        CURRENCY,
                        CURRENCY,
                        margins,
                        request.order().totalQuantityE8(),
                        "",
                        List.of(),
                        "");
        Order told =
                OrderWriter.unplaced(
                        request.order().toBuilder().account(asked.account()).build(),
                        asked.terms());
        return new OrderMessage.OpenOrder(
                request.orderId(), clientId, 0, asked.contract(), told, state);
    }
}
