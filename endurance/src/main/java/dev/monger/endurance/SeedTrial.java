package dev.monger.endurance;

import dev.monger.fleet.workload.Outcome;
import dev.monger.fleet.workload.Performance;
import dev.monger.fleet.workload.Script;
import dev.monger.fleet.workload.ScriptWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Hostile days of the fleet from seeds nobody has looked at: every invariant holds. */
final class SeedTrial implements Trial {

    private static final String NEXT = "next";
    private static final String DONE = "done";
    private static final int OF_EACH_THREAD = 4;
    private static final Duration LONGEST_STORY = Duration.ofMinutes(5);

    private final long seeds;
    private final long from;
    private final int threads;

    /** So many seeds from one on; the next run goes on behind the last one that was played. */
    SeedTrial(long seeds, long from, int threads) {
        this.seeds = seeds;
        this.from = from;
        this.threads = threads;
    }

    @Override
    public Verdict run(Course course) throws IOException, InterruptedException {
        Page page = course.page();
        long done = page.number(DONE, 0);
        long next = page.number(NEXT, from);
        try (Guarded guarded = new Guarded(threads, LONGEST_STORY)) {
            while (done < seeds && course.goesOn()) {
                course.progress().at(done, seeds);
                long count = Math.min((long) OF_EACH_THREAD * threads, seeds - done);
                play(guarded, course, next, count);
                next += count;
                done += count;
                page.put(NEXT, next);
                page.put(DONE, done);
                course.save();
            }
        }
        return new Verdict(
                done >= seeds,
                page.failures(),
                List.of("%,d hostile days, the last of seed %d".formatted(done, next - 1)));
    }

    private static void play(Guarded guarded, Course course, long first, long count)
            throws IOException, InterruptedException {
        List<Future<String>> played =
                LongStream.range(first, first + count)
                        .mapToObj(seed -> guarded.begin(() -> played(seed)))
                        .toList();
        for (int index = 0; index < count; index++) {
            String failure = guarded.failure(played.get(index));
            if (!failure.isEmpty()) {
                long seed = first + index;
                Path story = course.folder().resolve("seed-" + seed + ".story");
                Files.writeString(story, ScriptWriter.write(seed).text(), StandardCharsets.UTF_8);
                course.page().addFailure("seed " + seed, failure + "; its story is " + story);
            }
        }
    }

    private static String played(long seed) {
        Script script = ScriptWriter.write(seed);
        Outcome outcome = Performance.play(script, false);
        return outcome.violations().isEmpty() ? "" : outcome.violations().getFirst().toString();
    }
}
