package dev.monger.simulator.venue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which US stock exchanges do not trade, and those on which they close at 13:00, as
 * plain data; of years that are not listed nothing is known and every weekday trades.
 */
final class UsHolidays {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private static final Set<LocalDate> CLOSED =
            dates(
                    """
                    20240101 20240115 20240219 20240329 20240527 20240619 20240704 20240902 20241128 20241225
                    20250101 20250109 20250120 20250217 20250418 20250526 20250619 20250704 20250901 20251127 20251225
                    20260101 20260119 20260216 20260403 20260525 20260619 20260703 20260907 20261126 20261225
                    20270101 20270118 20270215 20270326 20270531 20270618 20270705 20270906 20271125 20271224
                    20280117 20280221 20280414 20280529 20280619 20280704 20280904 20281123 20281225
                    20290101 20290115 20290219 20290330 20290528 20290619 20290704 20290903 20291122 20291225
                    20300101 20300121 20300218 20300419 20300527 20300619 20300704 20300902 20301128 20301225
                    """);

    private static final Set<LocalDate> SHORT =
            dates(
                    """
                    20240703 20241129 20241224
                    20250703 20251128 20251224
                    20261127 20261224
                    20271126
                    20280703 20281124
                    20290703 20291123 20291224
                    20300703 20301129 20301224
                    """);

    private UsHolidays() {}

    static boolean isClosed(LocalDate date) {
        return CLOSED.contains(date);
    }

    static boolean closesEarly(LocalDate date) {
        return SHORT.contains(date);
    }

    private static Set<LocalDate> dates(String text) {
        Set<LocalDate> dates = new TreeSet<>();
        for (String word : List.of(text.strip().split("\\s+", -1))) {
            dates.add(LocalDate.parse(word, DAY));
        }
        return dates;
    }
}
