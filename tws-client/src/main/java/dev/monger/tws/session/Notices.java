package dev.monger.tws.session;

import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.Locale;

/** What error messages say of the session itself. */
final class Notices {

    static final int TOO_MANY_MESSAGES = 100;
    static final int CLIENT_ID_IN_USE = 326;

    private static final int VALIDATION_FAILED = 321;

    private Notices() {}

    /** Tells whether a code only informs, so that what it is about goes on. */
    static boolean isWarning(int code) {
        return (code >= 2100 && code <= 2169) || code == 10167 || code == 10349 || code == 399;
    }

    static void tell(ErrorMessage error, SessionOutputs out) {
        switch (error.code()) {
            case 1100, 2110 -> out.happened(new SessionEvent.ConnectivityLost(error.code()));
            case 1101 -> out.happened(new SessionEvent.ConnectivityRestored(true));
            case 1102 -> out.happened(new SessionEvent.ConnectivityRestored(false));
            case 2103, 2119 -> farm(FarmKind.MARKET_DATA, error, false, out);
            case 2104, 2108 -> farm(FarmKind.MARKET_DATA, error, true, out);
            case 2105 -> farm(FarmKind.HISTORY, error, false, out);
            case 2106, 2107 -> farm(FarmKind.HISTORY, error, true, out);
            case 2157 -> farm(FarmKind.SECURITY_DEFINITIONS, error, false, out);
            case 2158 -> farm(FarmKind.SECURITY_DEFINITIONS, error, true, out);
            case VALIDATION_FAILED -> readOnly(error, out);
            default -> {
                // Every error is told as it came as well; only these say more to everybody.
            }
        }
    }

    private static void readOnly(ErrorMessage error, SessionOutputs out) {
        String text = error.text().toLowerCase(Locale.ROOT);
        if (text.contains("read-only") || text.contains("read only")) {
            out.happened(new SessionEvent.ReadOnlyApi(error.text()));
        }
    }

    private static void farm(FarmKind kind, ErrorMessage error, boolean ok, SessionOutputs out) {
        String text = error.text();
        String name = text.substring(text.lastIndexOf(':') + 1).strip();
        out.happened(new SessionEvent.FarmChanged(kind, name, ok));
    }
}
