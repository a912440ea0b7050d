package dev.monger.shell.process;

/** Takes commands that came over HTTP; a service without one answers that it takes none. */
public interface CommandDesk {

    /** What became of a request. */
    sealed interface Answer {

        /** It is under way; its results carry the id. */
        record Taken(String id) implements Answer {}

        /** There is no such ticker here: 404. */
        record NotHere(String problem) implements Answer {}

        /** It cannot be done now: 409. */
        record NotNow(String problem) implements Answer {}
    }

    /** Hands a command on. */
    Answer take(CommandRequest request) throws InterruptedException;
}
