package dev.monger.fleet.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * A story written down: the setting, and what happens in it, by time. Its text form is kept as a
 * file, one line each; lines that begin with {@code #} tell why it is kept.
 */
public record Script(Setting setting, List<Happening> happenings) {

    private static final String REMARK = "#";

    /** Keeps a copy. */
    public Script {
        happenings = List.copyOf(happenings);
    }

    /** The text form. */
    public String text() {
        StringBuilder text = new StringBuilder(setting.text()).append('\n');
        happenings.forEach(happening -> text.append(happening.text()).append('\n'));
        return text.toString();
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public static Script read(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank() && !line.startsWith(REMARK)).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Condition failed: a script has a first line");
        }
        List<Happening> happenings = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.strip().split(" +", 2);
            happenings.add(new Happening(Long.parseLong(parts[0]), DeedReader.read(parts[1])));
        }
        return new Script(Setting.read(lines.getFirst()), happenings);
    }

    /** The same story with other happenings. */
    public Script with(List<Happening> others) {
        return new Script(setting, others);
    }

    /** The same story in another setting. */
    public Script in(Setting other) {
        return new Script(other, happenings);
    }
}
