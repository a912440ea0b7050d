package dev.monger.fleet.checker;

import dev.monger.core.monger.MongerState;
import dev.monger.fleet.world.House;
import dev.monger.fleet.world.World;
import java.util.Objects;

/**
 * The world after the storm.
 *
 * @param blame what people and the broker did
 * @param commands what the operator wanted
 */
record Calm(World world, Sight sight, Blame blame, CommandChecker commands) {

    MongerState state(String ticker) {
        return Objects.requireNonNull(house(ticker).state(), ticker);
    }

    House house(String ticker) {
        return world.monger(ticker);
    }
}
