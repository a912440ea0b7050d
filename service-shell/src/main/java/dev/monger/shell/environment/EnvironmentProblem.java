package dev.monger.shell.environment;

import java.util.Optional;

/**
 * One thing that is wrong with the environment.
 *
 * @param name of the variable
 * @param value it has; empty when it is not set
 * @param remedy what would be right
 */
public record EnvironmentProblem(String name, Optional<String> value, String remedy) {

    /** Says it in one line. */
    public String line() {
        String found =
                value.map(text -> name + " is \"" + text + "\"").orElse(name + " is not set");
        return found + ": " + remedy;
    }
}
