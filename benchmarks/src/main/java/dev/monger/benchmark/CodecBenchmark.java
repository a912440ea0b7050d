package dev.monger.benchmark;

import dev.monger.benchmark.codec.DecodeBenchmark;
import dev.monger.benchmark.codec.EncodeBenchmark;
import dev.monger.benchmark.codec.StreamBenchmark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Param;

/** The codec's benchmarks, by the names of the command line. */
enum CodecBenchmark {
    /** From the bytes of a frame. */
    DECODE(DecodeBenchmark.class),
    /** To the bytes of a frame. */
    ENCODE(EncodeBenchmark.class),
    /** From many frames at a time. */
    STREAM(StreamBenchmark.class);

    private final Class<?> type;

    CodecBenchmark(Class<?> type) {
        this.type = type;
    }

    /**
     * One run: a benchmark and its floor for one message, so that both see the same machine.
     *
     * @param include of both, as a regular expression
     */
    record Run(String include, String kind) {}

    /** The messages it can be run with. */
    List<String> kinds() {
        try {
            Param kinds = type.getField("kind").getAnnotation(Param.class);
            return List.of(Objects.requireNonNull(kinds, type.getName()).value());
        } catch (NoSuchFieldException gone) {
            throw new IllegalStateException("Invariant: kinds of " + type.getName(), gone);
        }
    }

    /** Returns its runs with those of the kinds it has; all of them when none is named. */
    List<Run> runs(List<String> wanted) {
        String include = "^" + Pattern.quote(type.getName() + ".");
        return kinds().stream()
                .filter(kind -> wanted.isEmpty() || wanted.contains(kind))
                .map(kind -> new Run(include, kind))
                .toList();
    }

    /** Its name on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CodecBenchmark::word).toList();
    }
}
