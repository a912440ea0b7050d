package dev.monger.engine.journal;

import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import dev.monger.engine.ProcessChange;
import dev.monger.prediction.InferenceResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Makes inputs from a seed; the same seed means the same inputs for ever. */
final class Inputs {

    /** As many as there are kinds, so that a run over this many seeds makes each kind. */
    static final int KINDS = EngineInput.class.getPermittedSubclasses().length;

    private long state;

    Inputs(long seed) {
        state = seed;
    }

    EngineInput next(int kind) {
        Now now = new Now(random(), random(), random());
        return switch (kind) {
            case 0 -> new EngineInput.Started(now, random(), text());
            case 1 -> new EngineInput.LinkOpened(now);
            case 2 -> new EngineInput.LinkClosed(now, text());
            case 3 -> new EngineInput.BytesRead(now, bytes());
            case 4 -> new EngineInput.RecordRead(now, text(), text(), sample(3));
            case 5 -> new EngineInput.CaughtUp(now, text());
            case 6 -> new EngineInput.PredictionMade(now, random(), result());
            case 7 -> new EngineInput.HttpCommand(now, sample(0));
            case 8 -> new EngineInput.ProcessChanged(now, text(), change());
            case 9 -> new EngineInput.TopicsLost(now, text());
            default -> new EngineInput.Woke(now);
        };
    }

    List<JournalRecord> records(int count) {
        List<JournalRecord> records = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            records.add(
                    new JournalRecord(
                            at,
                            below(2) == 0 ? Origin.NONE : new Origin(below(9), random()),
                            next(at % KINDS),
                            below(9) == 0
                                    ? new StepOutcome.Failed()
                                    : new StepOutcome.Taken(random())));
        }
        return records;
    }

    SampleRecord sample(int depth) {
        TreeMap<String, String> labels = new TreeMap<>();
        List<Integer> numbers = new ArrayList<>();
        for (int count = below(4); count > 0; count--) {
            labels.put(text(), text());
            numbers.add((int) random());
        }
        return new SampleRecord()
                .with("sequence", random())
                .with(
                        "occurredAt",
                        Instant.ofEpochSecond(
                                random() / 10_000_000_000L, below(1_000_000) * 1_000L))
                .with("price", decimal())
                .with("stop", below(2) == 0 ? null : decimal())
                .with("side", List.of(SampleSide.values()).get(below(3)))
                .with("note", below(2) == 0 ? null : text())
                .with("labels", labels)
                .with("numbers", numbers)
                .with("open", below(2) == 0)
                .with("raw", ByteBuffer.wrap(bytes()))
                .with("next", depth == 0 ? null : sample(depth - 1));
    }

    long random() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    int below(int bound) {
        return (int) Math.floorMod(random(), (long) bound);
    }

    byte[] bytes() {
        byte[] bytes = new byte[below(3) == 0 ? 0 : below(700)];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) random();
        }
        return bytes;
    }

    private String text() {
        return switch (below(4)) {
            case 0 -> "";
            case 1 -> "İstanbul \uD83D\uDC1F ß";
            default -> "t" + random();
        };
    }

    private BigDecimal decimal() {
        return new BigDecimal(BigInteger.valueOf(random()), 8);
    }

    private InferenceResult result() {
        return switch (below(3)) {
            case 0 ->
                    new InferenceResult.Direction(
                            text(), below(2) == 0, below(1_000_001), random(), random());
            case 1 -> new InferenceResult.Undecided(text(), text());
            default -> new InferenceResult.Failed(text(), text());
        };
    }

    private ProcessChange change() {
        return switch (below(4)) {
            case 0 -> new ProcessChange.Started(random());
            case 1 -> new ProcessChange.Ready();
            case 2 -> new ProcessChange.Ended((int) random());
            default -> new ProcessChange.Refused(text());
        };
    }
}
