package dev.monger.tws.session;

import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;

/** What leaves is awaited from then on, by whoever asked for it. */
record Awaited(Requests requests, Subscriptions subscriptions) implements Outgoing.Watcher {

    @Override
    public boolean isMistakable(ClientMessage message) {
        return RequestKey.of(message).filter(requests::mustWait).isPresent();
    }

    @Override
    public void left(ClientMessage message, long nowNanos, SessionOutputs out) {
        if (message instanceof AccountRequest.CancelPositions) {
            requests.cancelled(RequestKind.POSITIONS, nowNanos, out);
        }
        RequestKey.of(message).ifPresent(request -> requests.sent(request, nowNanos));
        subscriptions.left(message, nowNanos);
    }

    @Override
    public void gaveUp(ClientMessage message, long nowNanos, SessionOutputs out) {
        subscriptions.gaveUp(message, nowNanos, out);
    }
}
