package dev.monger.endurance;

import dev.monger.tws.codec.FrameFuzz;
import dev.monger.tws.codec.KeptSeed;
import dev.monger.tws.session.SessionFuzz;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Broken frames for the decoders of both roles, and a TWS that has lost its mind for sessions: no
 * exception, no hang, no more memory than a frame explains.
 */
final class FuzzTrial implements Trial {

    /** So many frames of one seed: the step after which a run can be ended. */
    private static final int OF_ONE_SEED = 20_000;

    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);
    private static final long FIRST_SEED = 30_000_000;
    private static final String FRAMES = "frames";
    private static final String SESSIONS = "sessions";
    private static final String OUTCOME = "outcome.";

    private final long frames;
    private final FrameFuzz fuzz = new FrameFuzz();
    private final SessionFuzz sessions = new SessionFuzz(FrameFuzz.framesOfTws());

    FuzzTrial(long frames) {
        this.frames = frames;
    }

    @Override
    public Verdict run(Course course) throws IOException, InterruptedException {
        Page page = course.page();
        long done = page.number(FRAMES, 0);
        // No seed is tried twice, be it in a run begun anew.
        long seed = page.number(Page.SEED, FIRST_SEED);
        try (Guarded guarded = new Guarded(1, LONGEST_STEP)) {
            while (done < frames && course.goesOn()) {
                course.progress().at(done, frames);
                int count = (int) Math.min(OF_ONE_SEED, frames - done);
                frames(guarded, page, seed, count);
                sessions(guarded, page, seed, count);
                seed++;
                done += count;
                page.put(Page.SEED, seed);
                page.put(FRAMES, done);
                course.save();
            }
        }
        return new Verdict(done >= frames, page.failures(), figures(page, done));
    }

    private void frames(Guarded guarded, Page page, long seed, int count)
            throws InterruptedException {
        Map<String, Integer> before = Map.copyOf(fuzz.outcomes());
        String failure =
                guarded.failure(
                        guarded.begin(() -> {
                            fuzz.run(seed, count);
                            return "";
                        }));
        page.addFailure("frames of seed " + seed, again(failure, fuzz.failed(seed)));
        fuzz.outcomes()
                .forEach((kind, all) ->
                        page.add(OUTCOME + kind, all - before.getOrDefault(kind, 0)));
    }

    private void sessions(Guarded guarded, Page page, long seed, int count)
            throws InterruptedException {
        int before = sessions.sessions();
        String failure =
                guarded.failure(
                        guarded.begin(() -> {
                            sessions.run(seed, count);
                            return "";
                        }));
        page.addFailure("a session of seed " + seed, again(failure, sessions.failed(seed)));
        page.add(SESSIONS, sessions.sessions() - before);
    }

    /** A failure with what brings it back. */
    private static String again(String failure, KeptSeed failed) {
        return failure.isEmpty() ? "" : failure + "; " + failed.again();
    }

    private static List<String> figures(Page page, long done) {
        return List.of(
                "%,d broken frames: %,d messages, %,d malformed, %,d unknown"
                        .formatted(
                                done,
                                page.number(OUTCOME + "Message", 0),
                                page.number(OUTCOME + "Malformed", 0),
                                page.number(OUTCOME + "Unknown", 0)),
                "as many again said to %,d sessions; the next seed is %d"
                        .formatted(page.number(SESSIONS, 0), page.number(Page.SEED, FIRST_SEED)));
    }
}
