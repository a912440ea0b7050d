package dev.monger.fleet.checker;

import dev.monger.engine.EngineOutput.Publish;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** 7: a command ends exactly once, with proof or with a named residual, by its deadline. */
final class CommandChecker implements Checker {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SortedMap<String, CommandKind> kinds = new TreeMap<>();
    private final SortedMap<String, String> stopped = new TreeMap<>();
    private final SortedMap<String, Issued> issued = new TreeMap<>();
    private final SortedMap<String, String> ended = new TreeMap<>();

    private record Issued(String what, long deadlineNanos) {}

    /** Somebody asked for something; it must end for each of these tickers. */
    void issued(String id, String ticker, String what, long deadlineNanos) {
        issued.put(id + " for " + ticker, new Issued(what, deadlineNanos));
    }

    /** Somebody asked for something of one ticker or of all, whether or not it must end. */
    void asked(String id, CommandKind kind, String ticker) {
        kinds.put(id, kind);
        if (kind == CommandKind.START) {
            stopped.keySet().removeIf(one -> ticker.equals("*") || one.equals(ticker));
        }
    }

    /** Whether a ticker was told to stop, has proved it, and was not started since. */
    boolean stopped(String ticker) {
        return stopped.containsKey(ticker);
    }

    /** Whether everything that was asked for has come to an end. */
    boolean allEnded() {
        return ended.keySet().containsAll(issued.keySet());
    }

    @Override
    public void published(String writer, Publish record, long nowNanos, Findings findings) {
        if (!(record.value() instanceof CommandResult result)) {
            return;
        }
        CommandOutcome outcome = result.getOutcome();
        if (outcome != CommandOutcome.DONE && outcome != CommandOutcome.FAILED) {
            return;
        }
        if (outcome == CommandOutcome.DONE
                && kinds.get(result.getCommandId()) == CommandKind.STOP) {
            stopped.put(result.getTicker(), result.getCommandId());
        }
        String key = result.getCommandId() + " for " + result.getTicker();
        String how = writer + " says " + outcome + ": " + result.getText();
        String before = ended.putIfAbsent(key, how);
        if (before != null && !late(before) && !late(how)) {
            findings.add(7, "command " + key + " ends twice: " + before + "; " + how);
        } else if (outcome == CommandOutcome.DONE && String.valueOf(result.getProof()).isBlank()) {
            findings.add(7, "command " + key + " is done without a proof");
        }
    }

    /**
     * The manager ends what has no end by its deadline; what the monger says of it later, or said
     * while nobody heard it, is a word about the past.
     */
    private static boolean late(String how) {
        return how.startsWith("manager says FAILED") && how.contains("by the deadline");
    }

    @Override
    public void calm(Calm calm, Findings findings) {
        for (var command : issued.entrySet()) {
            if (!ended.containsKey(command.getKey())) {
                findings.add(
                        7,
                        "command "
                                + command.getKey()
                                + " ("
                                + command.getValue().what()
                                + ", due "
                                + Instant.ofEpochSecond(
                                        command.getValue().deadlineNanos() / SECOND_NANOS)
                                + ") never ended");
            }
        }
    }
}
