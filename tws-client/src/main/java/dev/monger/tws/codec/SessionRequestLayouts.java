package dev.monger.tws.codec;

import dev.monger.tws.message.SessionRequest;
import dev.monger.tws.message.SessionRequest.RequestCurrentTime;
import dev.monger.tws.message.SessionRequest.RequestCurrentTimeInMillis;
import dev.monger.tws.message.SessionRequest.RequestIds;
import dev.monger.tws.message.SessionRequest.RequestManagedAccounts;
import dev.monger.tws.message.SessionRequest.SetServerLogLevel;
import dev.monger.tws.message.SessionRequest.StartApi;
import java.util.List;

/** Layouts of requests about the session. */
final class SessionRequestLayouts {

    private static final Layout<StartApi> START_API =
            new Layout<>(
                    71,
                    0,
                    new StartApi(0, ""),
                    (f, m) -> {
                        f.filler("2");
                        return new StartApi(
                                f.integer("clientId", m.clientId()),
                                f.text("optionalCapabilities", m.optionalCapabilities()));
                    });

    private static final Layout<RequestIds> REQUEST_IDS =
            new Layout<>(
                    8,
                    0,
                    new RequestIds(0),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestIds(f.integer("count", m.count()));
                    });

    private static final Layout<RequestManagedAccounts> REQUEST_MANAGED_ACCOUNTS =
            new Layout<>(
                    17,
                    0,
                    new RequestManagedAccounts(),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestManagedAccounts();
                    });

    private static final Layout<RequestCurrentTime> REQUEST_CURRENT_TIME =
            new Layout<>(
                    49,
                    0,
                    new RequestCurrentTime(),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestCurrentTime();
                    });

    private static final Layout<RequestCurrentTimeInMillis> REQUEST_CURRENT_TIME_IN_MILLIS =
            new Layout<>(
                    105,
                    197,
                    new RequestCurrentTimeInMillis(),
                    (f, m) -> new RequestCurrentTimeInMillis());

    private static final Layout<SetServerLogLevel> SET_SERVER_LOG_LEVEL =
            new Layout<>(
                    14,
                    0,
                    new SetServerLogLevel(0),
                    (f, m) -> {
                        f.filler("1");
                        return new SetServerLogLevel(f.integer("level", m.level()));
                    });

    static final List<Layout<? extends SessionRequest>> ALL =
            List.of(
                    START_API,
                    REQUEST_IDS,
                    REQUEST_MANAGED_ACCOUNTS,
                    REQUEST_CURRENT_TIME,
                    REQUEST_CURRENT_TIME_IN_MILLIS,
                    SET_SERVER_LOG_LEVEL);

    private SessionRequestLayouts() {}

    static void write(FieldWriter writer, SessionRequest message) {
        switch (message) {
            case StartApi m -> START_API.write(writer, m);
            case RequestIds m -> REQUEST_IDS.write(writer, m);
            case RequestManagedAccounts m -> REQUEST_MANAGED_ACCOUNTS.write(writer, m);
            case RequestCurrentTime m -> REQUEST_CURRENT_TIME.write(writer, m);
            case RequestCurrentTimeInMillis m -> REQUEST_CURRENT_TIME_IN_MILLIS.write(writer, m);
            case SetServerLogLevel m -> SET_SERVER_LOG_LEVEL.write(writer, m);
        }
    }
}
