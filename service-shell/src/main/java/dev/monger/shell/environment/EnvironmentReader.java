package dev.monger.shell.environment;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads variables and collects what is wrong with them. A method that has to answer although its
 * variable is wrong answers with something harmless; nothing may be used before {@link #problems}
 * was found empty.
 */
public final class EnvironmentReader {

    private static final String PREFIX = "MONGER_";
    private static final Pattern ADDRESSES =
            Pattern.compile("[A-Za-z0-9_.-]+:[0-9]{1,5}(,[A-Za-z0-9_.-]+:[0-9]{1,5})*");

    private final Map<String, String> variables = new TreeMap<>();
    private final List<EnvironmentProblem> problems = new ArrayList<>();

    /** Reads these variables; of an environment only those of Monger are looked at. */
    public EnvironmentReader(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                variables.put(name, value);
            }
        });
    }

    /** Everything that is wrong so far, in the order in which it was asked for. */
    public List<EnvironmentProblem> problems() {
        return List.copyOf(problems);
    }

    /** Says that a variable is wrong, and what would be right. */
    public void refuse(String name, String remedy) {
        problems.add(
                new EnvironmentProblem(name, Optional.ofNullable(variables.get(name)), remedy));
    }

    /** Refuses every variable that is not among these. */
    public void refuseAllBut(List<String> known) {
        for (String name : variables.keySet()) {
            if (!known.contains(name)) {
                refuse(
                        name,
                        "there is no such variable; did you mean "
                                + Nearest.of(name, known)
                                + "? Otherwise remove it");
            }
        }
    }

    /** A variable's text; empty when it is not set, or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(s -> !s.isEmpty());
    }

    /** A variable that has to be set. */
    public String required(String name, String remedy) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            refuse(name, remedy);
        }
        return text.orElse("");
    }

    /** A variable that has to be set and to match as a whole. */
    public String required(String name, Pattern form, String remedy) {
        String text = required(name, remedy);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            refuse(name, remedy);
        }
        return text;
    }

    /** A whole number within bounds, both included; empty when it is not set. */
    public Optional<Integer> number(String name, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
            refuse(name, "give a whole number from " + least + " to " + most);
        } catch (NumberFormatException malformed) {
            refuse(name, "give a whole number from " + least + " to " + most);
        }
        return Optional.of(least);
    }

    /** A whole number that has to be set. */
    public int requiredNumber(String name, int least, int most) {
        Optional<Integer> number = number(name, least, most);
        if (number.isEmpty()) {
            refuse(name, "give a whole number from " + least + " to " + most);
        }
        return number.orElse(least);
    }

    /** Either {@code true} or {@code false}; false when it is not set. */
    public boolean flag(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            refuse(name, "give true or false");
        }
        return text.equals(Optional.of("true"));
    }

    /** An absolute path; empty when it is not set. */
    public Optional<Path> path(String name) {
        return text(name).map(text -> absolute(name, text));
    }

    /** An absolute path that has to be set. */
    public Path requiredPath(String name) {
        String text = required(name, "give an absolute path");
        return text.isEmpty() ? Path.of("/") : absolute(name, text);
    }

    private Path absolute(String name, String text) {
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) {
                refuse(name, "give an absolute path");
            }
            return path.normalize();
        } catch (InvalidPathException malformed) {
            refuse(name, "give an absolute path");
            return Path.of("/");
        }
    }

    /** Addresses as in {@code 127.0.0.1:39092}, separated by commas. */
    public String requiredAddresses(String name) {
        return required(name, ADDRESSES, "give host:port, several separated by commas");
    }

    /** A base URL as in {@code http://127.0.0.1:38081}. */
    public String requiredUrl(String name) {
        String remedy = "give a base URL, as in http://127.0.0.1:38081";
        String text = required(name, remedy);
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!web || url.getHost() == null || url.getQuery() != null) {
                refuse(name, remedy);
            }
        } catch (URISyntaxException malformed) {
            refuse(name, remedy);
        }
        return text;
    }
}
