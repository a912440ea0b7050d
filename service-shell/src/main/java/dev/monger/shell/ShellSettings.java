package dev.monger.shell;

import dev.monger.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a service shell is told.
 *
 * @param identity which service this is
 * @param folder the service's own state folder
 * @param kafka bootstrap servers
 * @param registry the registry's base URL
 * @param clock market time
 * @param topics to read
 * @param filter which of their records
 * @param lookBack how far the first start reads into the past of topics that are not compacted
 * @param forceEach whether each journal record is forced to disk before anything it caused leaves:
 *     {@code journal.durability=power}
 * @param engineSettings the engine's own text, given to it as it starts
 */
public record ShellSettings(
        Identity identity,
        Path folder,
        String kafka,
        String registry,
        MarketClock clock,
        List<Topic> topics,
        RecordFilter filter,
        Duration lookBack,
        boolean forceEach,
        String engineSettings) {

    /**
     * Who a service is.
     *
     * @param service for example {@code monger}
     * @param subject a ticker, an account, or {@code fleet}
     * @param programVersion the program's
     * @param session the number that the session must have, higher than every earlier one; empty to
     *     take the next one
     */
    public record Identity(
            String service, String subject, String programVersion, OptionalLong session) {

        /** For a service whose sessions nobody else numbers. */
        public Identity(String service, String subject, String programVersion) {
            this(service, subject, programVersion, OptionalLong.empty());
        }

        /** Names the service at Kafka: its transactional id and the group of its outbox. */
        public String name() {
            return service + "-" + subject;
        }
    }
}
