package dev.monger.shell;

/** Says which records of the topics that a service reads concern it. */
public interface RecordFilter {

    /** Whether the engine is to be given the record. */
    boolean takes(String topic, String key);

    /** Everything. */
    static RecordFilter all() {
        return (_, _) -> true;
    }
}
