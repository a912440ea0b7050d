package dev.monger.shell;

import java.util.List;

/** Starts and ends child processes for the manager; what becomes of them goes into the inbox. */
public interface ProcessHost {

    /** Starts a ticker's process. Does not wait. */
    void launch(String ticker, List<String> arguments);

    /** Ends a ticker's process gently. Does not wait. */
    void end(String ticker, String reason);

    /** For services without children: an engine of theirs that asks for one is wrong. */
    static ProcessHost none() {
        return new ProcessHost() {
            @Override
            public void launch(String ticker, List<String> arguments) {
                throw new IllegalStateException("Invariant: this service starts no processes");
            }

            @Override
            public void end(String ticker, String reason) {
                throw new IllegalStateException("Invariant: this service ends no processes");
            }
        };
    }
}
