package dev.monger.tws.codec;

import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionRequest;
import java.util.ArrayList;
import java.util.List;

/** All layouts of what a client says. */
final class ClientLayouts {

    static final LayoutTable<ClientMessage> TABLE = new LayoutTable<>(all());

    private ClientLayouts() {}

    private static List<Layout<? extends ClientMessage>> all() {
        List<Layout<? extends ClientMessage>> all = new ArrayList<>();
        all.addAll(SessionRequestLayouts.ALL);
        all.addAll(MarketDataRequestLayouts.ALL);
        all.addAll(ReferenceRequestLayouts.ALL);
        all.addAll(OrderRequestLayouts.ALL);
        all.addAll(AccountRequestLayouts.ALL);
        return all;
    }

    static void write(FieldWriter writer, ClientMessage message) {
        switch (message) {
            case SessionRequest m -> SessionRequestLayouts.write(writer, m);
            case MarketDataRequest m -> MarketDataRequestLayouts.write(writer, m);
            case ReferenceRequest m -> ReferenceRequestLayouts.write(writer, m);
            case OrderRequest m -> OrderRequestLayouts.write(writer, m);
            case AccountRequest m -> AccountRequestLayouts.write(writer, m);
        }
    }
}
