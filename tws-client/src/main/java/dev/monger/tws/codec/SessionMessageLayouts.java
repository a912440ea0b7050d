package dev.monger.tws.codec;

import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionMessage.CurrentTime;
import dev.monger.tws.message.SessionMessage.CurrentTimeInMillis;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import dev.monger.tws.message.SessionMessage.ManagedAccounts;
import dev.monger.tws.message.SessionMessage.NextValidId;
import java.util.List;
import java.util.stream.Stream;

/** Layouts of what TWS says of the session. */
final class SessionMessageLayouts {

    private static final Layout<NextValidId> NEXT_VALID_ID =
            new Layout<>(
                    9,
                    0,
                    new NextValidId(0),
                    (f, m) -> {
                        f.filler("1");
                        return new NextValidId(f.integer("orderId", m.orderId()));
                    });

    private static final Layout<ManagedAccounts> MANAGED_ACCOUNTS =
            new Layout<>(15, 0, new ManagedAccounts(List.of()), SessionMessageLayouts::accounts);

    private static final Layout<CurrentTime> CURRENT_TIME =
            new Layout<>(
                    49,
                    0,
                    new CurrentTime(0),
                    (f, m) -> {
                        f.filler("1");
                        return new CurrentTime(f.number("epochSeconds", m.epochSeconds()));
                    });

    private static final Layout<CurrentTimeInMillis> CURRENT_TIME_IN_MILLIS =
            new Layout<>(
                    109,
                    197,
                    new CurrentTimeInMillis(0),
                    (f, m) -> new CurrentTimeInMillis(f.number("epochMillis", m.epochMillis())));

    private static final Layout<ErrorMessage> ERROR_MESSAGE =
            new Layout<>(4, 0, ErrorMessage.of(0, 0, ""), SessionMessageLayouts::error);

    static final List<Layout<? extends SessionMessage>> ALL =
            List.of(
                    NEXT_VALID_ID,
                    MANAGED_ACCOUNTS,
                    CURRENT_TIME,
                    CURRENT_TIME_IN_MILLIS,
                    ERROR_MESSAGE);

    private SessionMessageLayouts() {}

    static void write(FieldWriter writer, SessionMessage message) {
        switch (message) {
            case NextValidId m -> NEXT_VALID_ID.write(writer, m);
            case ManagedAccounts m -> MANAGED_ACCOUNTS.write(writer, m);
            case CurrentTime m -> CURRENT_TIME.write(writer, m);
            case CurrentTimeInMillis m -> CURRENT_TIME_IN_MILLIS.write(writer, m);
            case ErrorMessage m -> ERROR_MESSAGE.write(writer, m);
        }
    }

    private static ManagedAccounts accounts(Fields f, ManagedAccounts m) {
        f.filler("1");
        String list = f.text("accounts", String.join(",", m.accounts()));
        // TWS may end the list with a comma.
        return new ManagedAccounts(
                Stream.of(list.split(",", -1))
                        .map(String::strip)
                        .filter(account -> !account.isEmpty())
                        .toList());
    }

    private static ErrorMessage error(Fields f, ErrorMessage m) {
        if (!f.since(194)) {
            f.filler("2");
        }
        return new ErrorMessage(
                f.integer("id", m.id()),
                f.integer("code", m.code()),
                f.escapedText("text", m.text()),
                f.since(166)
                        ? f.escapedText("advancedOrderRejectJson", m.advancedOrderRejectJson())
                        : "",
                f.since(194) ? f.number("errorTime", m.errorTimeMillis()) : 0);
    }
}
