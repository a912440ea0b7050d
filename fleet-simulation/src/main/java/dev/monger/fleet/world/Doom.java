package dev.monger.fleet.world;

import dev.monger.core.monger.MongerState;
import dev.monger.core.monger.OrderState;
import dev.monger.core.monger.TrackedOrder;
import org.jspecify.annotations.Nullable;

/** A death that waits for its moment. */
final class Doom {

    private @Nullable Stage stage;
    private boolean reached;
    private int steps;
    private int outputs;

    void comes(Stage when, int afterSteps, int outputsBefore) {
        stage = when;
        reached = false;
        steps = afterSteps;
        outputs = outputsBefore;
    }

    /** No death waits any more. */
    void passes() {
        stage = null;
    }

    /** How many outputs of the last step take effect. */
    int outputs() {
        return outputs;
    }

    /** Tells whether the step just taken is the last. */
    boolean strikes(@Nullable MongerState before, @Nullable MongerState after) {
        Stage waited = stage;
        if (waited == null) {
            return false;
        }
        reached = reached || is(waited, before, after);
        if (!reached) {
            return false;
        }
        steps--;
        if (steps > 0) {
            return false;
        }
        stage = null;
        return true;
    }

    private static boolean is(
            Stage stage, @Nullable MongerState before, @Nullable MongerState after) {
        if (stage == Stage.ANY || before == null || after == null) {
            return true;
        }
        return switch (stage) {
            case ANY -> true;
            case SUBMITTING -> anySubmitted(after);
            case FILLED -> after.ledger().entries().size() > before.ledger().entries().size();
            case CLOSING -> after.closing().active();
            case UNKNOWN -> after.book().anyUnknown();
        };
    }

    private static boolean anySubmitted(MongerState state) {
        for (TrackedOrder order : state.book().orders().values()) {
            if (order.state() instanceof OrderState.Submitted) {
                return true;
            }
        }
        return false;
    }
}
