package dev.monger.schemas;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the catalogue.
 *
 * @param name the topic's name
 * @param keyMeaning what the key of a record is; keys are UTF-8 strings
 * @param valueSchema the Avro schema of the values
 * @param partitions into how many parts it is created; readers ask the broker, never assume
 * @param retention what is kept
 * @param what what stands in it, in a sentence
 */
public record Topic(
        String name,
        String keyMeaning,
        Schema valueSchema,
        int partitions,
        Retention retention,
        String what) {

    /** What a topic keeps. */
    public sealed interface Retention {

        /** The last record of each key. */
        record LastOfEachKey() implements Retention {}

        /** Every record for some days. */
        record Days(int days) implements Retention {}

        /** Every record, for good. */
        record Forever() implements Retention {}
    }

    /** The subject under which the registry knows the value schema. */
    public String subject() {
        return name + "-value";
    }

    /**
     * The acknowledgements a writer waits for; the same for all, since nothing here may be lost.
     */
    public String acks() {
        return "all";
    }

    /** The rule the registry holds new versions of the value schema against. */
    public String compatibility() {
        return name.equals(Topics.JOURNAL.name()) ? "NONE" : "FULL";
    }

    /** Settings the topic is created with, by Kafka's own names. */
    public SortedMap<String, String> settings() {
        TreeMap<String, String> settings = new TreeMap<>();
        switch (retention) {
            case Retention.LastOfEachKey() -> {
                settings.put("cleanup.policy", "compact");
                settings.put("min.cleanable.dirty.ratio", "0.2");
                settings.put("segment.ms", millis(Duration.ofHours(6)));
            }
            case Retention.Days(int days) -> {
                settings.put("cleanup.policy", "delete");
                settings.put("retention.ms", millis(Duration.ofDays(days)));
            }
            case Retention.Forever() -> {
                settings.put("cleanup.policy", "delete");
                settings.put("retention.ms", "-1");
                settings.put("retention.bytes", "-1");
            }
        }
        return settings;
    }

    /** Whether {@code sequence} counts here without gap or repeat. */
    public boolean appendOnly() {
        return !(retention instanceof Retention.LastOfEachKey);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Topic topic && topic.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
