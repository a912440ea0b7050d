package dev.monger.tws.session;

import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What error messages say to everybody, whatever they are about. */
final class Notices {

    private static final int VALIDATION_FAILED = 321;
    private static final Pattern PORT = Pattern.compile("\\b[0-9]{2,5}\\b");
    private static final int LARGEST_PORT = 65_535;

    private Notices() {}

    static void tell(ErrorMessage error, ErrorKind kind, SessionOutputs out) {
        switch (kind) {
            case LINK_LOST -> out.happened(new SessionEvent.ConnectivityLost(error.code()));
            case LINK_RESTORED_WITHOUT_DATA ->
                    out.happened(new SessionEvent.ConnectivityRestored(true));
            case LINK_RESTORED -> out.happened(new SessionEvent.ConnectivityRestored(false));
            case MARGIN_DEFICIENT -> out.happened(new SessionEvent.MarginDeficient(error.text()));
            case PORT_CHANGED ->
                    out.happened(new SessionEvent.PortChanged(port(error.text()), error.text()));
            case REFUSED -> readOnly(error, out);
            default -> farm(error, kind).ifPresent(out::happened);
        }
    }

    /** Returns what happened to a farm, if the error is about one. */
    static Optional<SessionEvent.FarmChanged> farm(ErrorMessage error, ErrorKind kind) {
        return switch (kind) {
            case MARKET_DATA_FARM_DOWN -> farm(FarmKind.MARKET_DATA, error, false);
            case MARKET_DATA_FARM_UP -> farm(FarmKind.MARKET_DATA, error, true);
            case HISTORY_FARM_DOWN -> farm(FarmKind.HISTORY, error, false);
            case HISTORY_FARM_UP -> farm(FarmKind.HISTORY, error, true);
            case DEFINITION_FARM_DOWN -> farm(FarmKind.SECURITY_DEFINITIONS, error, false);
            case DEFINITION_FARM_UP -> farm(FarmKind.SECURITY_DEFINITIONS, error, true);
            default -> Optional.empty();
        };
    }

    private static void readOnly(ErrorMessage error, SessionOutputs out) {
        String text = error.text().toLowerCase(Locale.ROOT);
        if (error.code() == VALIDATION_FAILED
                && (text.contains("read-only") || text.contains("read only"))) {
            out.happened(new SessionEvent.ReadOnlyApi(error.text()));
        }
    }

    private static Optional<SessionEvent.FarmChanged> farm(
            FarmKind kind, ErrorMessage error, boolean ok) {
        return Optional.of(new SessionEvent.FarmChanged(kind, farmName(error.text()), ok));
    }

    /** The name follows a colon; in 2108 it follows the sentence's end: "upon demand.usfarm". */
    private static String farmName(String text) {
        int colon = text.lastIndexOf(':');
        if (colon >= 0) {
            return text.substring(colon + 1).strip();
        }
        String lastWord = text.substring(text.lastIndexOf(' ') + 1);
        return lastWord.substring(lastWord.indexOf('.') + 1).strip();
    }

    /** The last number of the text that can be a port, 0 for none. */
    private static int port(String text) {
        Matcher numbers = PORT.matcher(text);
        int port = 0;
        while (numbers.find()) {
            int number = Integer.parseInt(numbers.group());
            port = number <= LARGEST_PORT ? number : port;
        }
        return port;
    }
}
