package dev.monger.endurance;

import java.io.IOException;

/** One kind of evidence; {@link Trials} lists them. */
interface Trial {

    /**
     * Goes on where it was until it is done or told to stop.
     *
     * @return what was found so far
     */
    Verdict run(Course course) throws IOException, InterruptedException;
}
