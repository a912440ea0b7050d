package dev.monger.tws.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A seed of the fuzz that is rerun for ever, a line of {@code fuzz-seeds.txt}.
 *
 * @param rounds how many frames of it are broken at least, so that what it found comes again
 */
public record KeptSeed(long seed, int rounds, Of of) {

    /** What the broken frames are given to. */
    public enum Of {
        /** The decoders of both roles. */
        FRAMES,
        /** Sessions, one after the other. */
        SESSION
    }

    private static final Pattern LINE =
            Pattern.compile("(-?[0-9]{1,18}) ([1-9][0-9]{0,8}) (frames|session)( .*)?");

    static List<KeptSeed> all(Of of) {
        try (InputStream stream =
                Objects.requireNonNull(KeptSeed.class.getResourceAsStream("/fuzz-seeds.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(KeptSeed::parse)
                    .filter(kept -> kept.of == of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static KeptSeed parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Condition failed: 'seed rounds frames|session', not '" + line + "'");
        }
        return new KeptSeed(
                Long.parseLong(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3).equals("frames") ? Of.FRAMES : Of.SESSION);
    }

    String line() {
        return seed + " " + rounds + (of == Of.FRAMES ? " frames" : " session");
    }

    /** Says how to see it again, and what keeps it. */
    public String again() {
        return "again: mvn -pl tws-client verify -Dit.test=MutationIT -Dmonger.fuzz.seed="
                + seed
                + " -Dmonger.fuzz.frames="
                + rounds
                + "; kept by a line '"
                + line()
                + "' in fuzz-seeds.txt";
    }
}
