package dev.monger.manager.assignments;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.FieldProblem;
import dev.monger.core.model.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what the fleet is to trade: {@code defaults} for all, and the list of assignments. */
public final class AssignmentsFile {

    /** Client ids 1 to 31 of one gateway. */
    private static final int MOST = 31;

    private static final String DEFAULTS = "defaults";
    private static final String ASSIGNMENTS = "assignments";
    private static final String TICKER = "ticker";
    private static final String ACCOUNT = "account";
    private static final String TIERS = "sizing.tiers";

    private final String account;
    private final Problems problems = new Problems();
    private final List<Assignment> assignments = new ArrayList<>();
    private final SortedMap<String, Integer> lines = new TreeMap<>();

    private AssignmentsFile(String account) {
        this.account = account;
    }

    /** What came of reading. */
    public sealed interface Outcome {

        /** All is well; at least one, in the order of the file. */
        record Read(List<Assignment> assignments) implements Outcome {}

        /** A sentence per problem: where, what, what would be right. */
        record Refused(List<String> problems) implements Outcome {}
    }

    /** Reads a file; every assignment is for this account. */
    public static Outcome read(Path file, String account) {
        try {
            return read(Files.readString(file), account);
        } catch (IOException unreadable) {
            return new Outcome.Refused(
                    List.of(
                            "it cannot be read ("
                                    + unreadable.getClass().getSimpleName()
                                    + "); give the path of a file of assignments in UTF-8"));
        }
    }

    static Outcome read(String text, String account) {
        AssignmentsFile file = new AssignmentsFile(account);
        file.document(text);
        List<String> wrong = file.problems.lines();
        return wrong.isEmpty()
                ? new Outcome.Read(List.copyOf(file.assignments))
                : new Outcome.Refused(wrong);
    }

    private void document(String text) {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().build()).composeString(text);
        } catch (MarkedYamlEngineException malformed) {
            Optional<Mark> mark = malformed.getProblemMark();
            Place place =
                    mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1))
                            .orElse(Place.START);
            problems.add(place, "this is not YAML: " + malformed.getProblem());
            return;
        } catch (YamlEngineException malformed) {
            problems.add(Place.START, "this is not YAML: " + malformed.getMessage());
            return;
        }
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            parts(mapping);
        } else {
            problems.add(
                    Place.START,
                    "the file has to be a mapping with the keys defaults and assignments");
        }
    }

    private void parts(MappingNode root) {
        WrittenFields defaults = WrittenFields.none();
        Optional<Node> list = Optional.empty();
        for (NodeTuple part : root.getValue()) {
            String key = part.getKeyNode() instanceof ScalarNode word ? word.getValue() : "";
            Node value = part.getValueNode();
            switch (key) {
                case DEFAULTS -> defaults = defaults(value);
                case ASSIGNMENTS -> list = Optional.of(value);
                default ->
                        problems.add(
                                Place.of(part.getKeyNode()),
                                "there is no part \""
                                        + key
                                        + "\"; there are defaults and assignments");
            }
        }
        if (list.isEmpty()) {
            problems.add(Place.START, "assignments is missing: a list, each with its ticker");
            return;
        }
        items(list.get(), defaults);
    }

    private WrittenFields defaults(Node value) {
        if (!(value instanceof MappingNode mapping)) {
            problems.add(Place.of(value), "defaults has to be a mapping, as in sizing: {unit: 10}");
            return WrittenFields.none();
        }
        WrittenFields fields = WrittenFields.of(mapping, problems);
        if (fields.has(TICKER)) {
            problems.add(
                    fields.key(TICKER), "ticker cannot be a default; it stands in each assignment");
            fields.texts().remove(TICKER);
        }
        wrongForAll(fields);
        return fields;
    }

    /** A default that every ticker overrides is read by nobody, and still has to be right. */
    private void wrongForAll(WrittenFields defaults) {
        SortedMap<String, String> fields = new TreeMap<>(defaults.texts());
        fields.put(TICKER, "ANY");
        fields.putIfAbsent(ACCOUNT, account);
        if (AssignmentFields.read(fields) instanceof AssignmentFields.Outcome.Refused refused) {
            for (FieldProblem problem : refused.problems()) {
                // Whether two values fit is asked where a ticker has both.
                if (problem.against() == null) {
                    tell(problem, defaults, WrittenFields.none());
                }
            }
        }
    }

    private void items(Node value, WrittenFields defaults) {
        if (!(value instanceof SequenceNode list) || list.getValue().isEmpty()) {
            problems.add(
                    Place.of(value),
                    "assignments has to be a list of at least one, as in - ticker: SPY");
            return;
        }
        if (list.getValue().size() > MOST) {
            problems.add(
                    Place.of(list.getValue().get(MOST)),
                    list.getValue().size()
                            + " tickers are assigned; one gateway takes at most "
                            + MOST
                            + ", since it has 32 client ids and one is the account's guard");
        }
        for (Node item : list.getValue()) {
            if (item instanceof MappingNode mapping) {
                item(WrittenFields.of(mapping, problems), defaults);
            } else {
                problems.add(
                        Place.of(item), "an assignment has to be a mapping, as in - ticker: SPY");
            }
        }
    }

    private void item(WrittenFields own, WrittenFields defaults) {
        SortedMap<String, String> fields = new TreeMap<>(defaults.texts());
        if (own.has(TIERS)) {
            // Tiers are one table: a ticker's own stand for those of all.
            fields.keySet().removeIf(key -> key.startsWith(TIERS + "."));
        }
        fields.putAll(own.texts());
        fields.putIfAbsent(ACCOUNT, account);
        switch (AssignmentFields.read(fields)) {
            case AssignmentFields.Outcome.Read read -> {
                if (!read.assignment().account().value().equals(account)) {
                    problems.add(
                            (own.has(ACCOUNT) ? own : defaults).value(ACCOUNT),
                            "account is "
                                    + read.assignment().account()
                                    + "; this stack trades "
                                    + account
                                    + ", leave the key out");
                }
                if (!own.has(TICKER)) {
                    return;
                }
                assigned(read.assignment(), own.value(TICKER));
            }
            case AssignmentFields.Outcome.Refused refused -> {
                for (FieldProblem problem : refused.problems()) {
                    tell(problem, own, defaults);
                }
                String ticker = own.texts().get(TICKER);
                if (ticker != null) {
                    twice(ticker, own.value(TICKER));
                }
            }
        }
    }

    private void assigned(Assignment assignment, Place place) {
        Ticker ticker = assignment.ticker();
        if (!twice(ticker.value(), place)) {
            assignments.add(assignment);
        }
    }

    private boolean twice(String ticker, Place place) {
        Integer before = lines.putIfAbsent(ticker, place.line());
        if (before == null) {
            return false;
        }
        problems.add(
                place,
                "ticker "
                        + ticker
                        + " is assigned twice, first in line "
                        + before
                        + "; one of them has to go");
        return true;
    }

    private void tell(FieldProblem problem, WrittenFields own, WrittenFields defaults) {
        String key = problem.key();
        WrittenFields where = origin(key, own, defaults);
        if (problem.wanted().equals("no such field")) {
            problems.add(where.key(key), KnownKeys.insteadOf(key));
        } else if (problem.wanted().startsWith("missing: ")) {
            problems.add(
                    where.nearest(key),
                    key
                            + " is missing; right would be "
                            + problem.wanted().substring("missing: ".length()));
        } else {
            problems.add(
                    where.has(key) ? where.value(key) : where.nearest(key),
                    key
                            + " is \""
                            + problem.value()
                            + "\"; right would be "
                            + problem.wanted()
                            + besides(problem, own, defaults));
        }
    }

    /** Returns who wrote a value: the ticker's own word comes before that for all. */
    private static WrittenFields origin(String key, WrittenFields own, WrittenFields defaults) {
        boolean byDefault = !own.has(key) && defaults.has(key) && !key.equals(TICKER);
        return byDefault ? defaults : own;
    }

    /** Says where the other value stands, beside which one does not fit. */
    private static String besides(FieldProblem problem, WrittenFields own, WrittenFields defaults) {
        String other = problem.against();
        if (other == null) {
            return "";
        }
        WrittenFields where = origin(other, own, defaults);
        return where.has(other)
                ? "; " + other + " stands in line " + where.value(other).line()
                : "; " + other + " has its default";
    }
}
