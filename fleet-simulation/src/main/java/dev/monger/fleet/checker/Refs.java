package dev.monger.fleet.checker;

import java.util.regex.Pattern;

/** How the orders of a ticker are named, read from the outside. */
final class Refs {

    private static final Pattern NAME = Pattern.compile("(.+)\\.[0-9]+\\.[0-9]+\\.[PTSC]");

    private Refs() {}

    static boolean ours(String orderRef, String ticker) {
        return orderRef.startsWith(ticker + ".") && NAME.matcher(orderRef).matches();
    }

    static char leg(String orderRef) {
        return orderRef.charAt(orderRef.length() - 1);
    }
}
