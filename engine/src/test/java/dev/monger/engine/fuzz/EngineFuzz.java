package dev.monger.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractDescription;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Sizing;
import dev.monger.core.model.Ticker;
import dev.monger.engine.EngineInput;
import dev.monger.engine.avro.AssignmentRecords;
import dev.monger.engine.avro.Stamp;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.monger.MongerSettings;
import dev.monger.engine.portfolio.PortfolioEngine;
import dev.monger.engine.portfolio.PortfolioSettings;
import dev.monger.schemas.Topics;
import dev.monger.tws.codec.FrameFuzz;
import java.util.ArrayList;
import java.util.List;

/**
 * Says broken frames to whole engines that have a position and an order: the golden ones, and those
 * that TWS said to this engine, whose ids are therefore right.
 */
final class EngineFuzz {

    private static final int FRAMES_OF_ONE_ENGINE = 200;
    private static final long MOST_PAUSE_NANOS = 700_000_000L;

    private EngineFuzz() {}

    static TalkingTws monger() {
        MongerSettings settings =
                new MongerSettings("SPY", TalkingTws.ACCOUNT, TalkingTws.CLIENT, 40);
        TalkingTws tws = new TalkingTws(new MongerEngine(settings));
        tws.take(new EngineInput.Started(tws.now(), 3, settings.text()));
        Assignment assignment =
                Assignment.builder(
                                new Ticker("SPY"),
                                ContractDescription.stock("SPY", "ARCA", "USD"),
                                new AccountId(TalkingTws.ACCOUNT))
                        .sizing(new Sizing(Quantity.ofShares(100), Quantity.ofShares(300)))
                        .build();
        tws.take(
                new EngineInput.RecordRead(
                        tws.now(),
                        Topics.ASSIGNMENTS.name(),
                        "SPY",
                        AssignmentRecords.write(assignment, 1, true, Stamp.of(1, tws.now(), 1))));
        return tws;
    }

    static TalkingTws portfolio() {
        PortfolioSettings settings = new PortfolioSettings(TalkingTws.ACCOUNT, "USD", null);
        TalkingTws tws = new TalkingTws(new PortfolioEngine());
        tws.take(new EngineInput.Started(tws.now(), 3, settings.text()));
        for (var topic : Topics.all()) {
            tws.take(new EngineInput.CaughtUp(tws.now(), topic.name()));
        }
        tws.passes(1_000_000_000L);
        return tws;
    }

    /** Makes an engine that is in a session. */
    interface Maker {
        TalkingTws make();
    }

    /** Says so many broken frames, to a new engine now and then. */
    static void run(Maker maker, long seed, int count) {
        List<byte[]> golden = FrameFuzz.framesOfTws();
        for (int done = 0; done < count; done += FRAMES_OF_ONE_ENGINE) {
            TalkingTws tws = maker.make();
            List<byte[]> frames = new ArrayList<>(golden);
            while (frames.size() < 4 * golden.size()) {
                frames.addAll(tws.said());
            }
            long round = seed + done;
            assertThatCode(
                            () -> {
                                for (byte[] frame :
                                        FrameFuzz.broken(frames, round, FRAMES_OF_ONE_ENGINE)) {
                                    tws.hears(frame);
                                    long pause = frame.length * 7_919_000L + round;
                                    tws.passes(Math.floorMod(pause, MOST_PAUSE_NANOS));
                                }
                            })
                    .as("broken frames of seed %d", round)
                    .doesNotThrowAnyException();
        }
    }
}
