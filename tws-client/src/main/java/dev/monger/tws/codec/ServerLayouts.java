package dev.monger.tws.codec;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.util.ArrayList;
import java.util.List;

/** All layouts of what TWS says. */
final class ServerLayouts {

    static final LayoutTable<ServerMessage> TABLE = new LayoutTable<>(all());

    private ServerLayouts() {}

    private static List<Layout<? extends ServerMessage>> all() {
        List<Layout<? extends ServerMessage>> all = new ArrayList<>();
        all.addAll(SessionMessageLayouts.ALL);
        all.addAll(MarketDataMessageLayouts.ALL);
        all.addAll(ReferenceMessageLayouts.ALL);
        all.addAll(OrderMessageLayouts.ALL);
        all.addAll(AccountMessageLayouts.ALL);
        return all;
    }

    static void write(FieldWriter writer, ServerMessage message) {
        switch (message) {
            case SessionMessage m -> SessionMessageLayouts.write(writer, m);
            case MarketDataMessage m -> MarketDataMessageLayouts.write(writer, m);
            case ReferenceMessage m -> ReferenceMessageLayouts.write(writer, m);
            case OrderMessage m -> OrderMessageLayouts.write(writer, m);
            case AccountMessage m -> AccountMessageLayouts.write(writer, m);
        }
    }
}
