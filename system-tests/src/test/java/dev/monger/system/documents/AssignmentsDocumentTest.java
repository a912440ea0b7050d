package dev.monger.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.AssignmentFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssignmentsDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|([^|]*)\\|.*");

    private static SortedMap<String, String> rows() throws IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/assignments.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(2).strip().replace("`", ""));
            }
        }
        return rows;
    }

    @Test
    void shouldNameEveryKeyWithItsDefault() throws IOException {
        // Given
        AssignmentFields.Outcome outcome =
                AssignmentFields.read(Map.of("ticker", "SPY", "account", "DU1"));
        Map<String, String> fields =
                AssignmentFields.write(((AssignmentFields.Outcome.Read) outcome).assignment());

        // When
        SortedMap<String, String> rows = rows();

        // Then
        assertThat(rows.keySet()).containsAll(fields.keySet());
        fields.forEach((key, value) -> {
            String told = rows.getOrDefault(key, "");
            if (!told.isEmpty() && !told.contains(" ")) {
                assertThat(read(key, told)).as(key).isEqualTo(value);
            }
        });
    }

    @Test
    void shouldNameNoKeyThatIsRefused() throws IOException {
        for (Map.Entry<String, String> row : rows().entrySet()) {
            String value = row.getValue().isEmpty() ? "" : row.getValue();
            if (!value.isEmpty() && !value.contains(" ")) {
                assertThat(read(row.getKey(), value)).as(row.getKey()).isNotEmpty();
            }
        }
    }

    /** What the program makes of a documented default. */
    private static String read(String key, String value) {
        AssignmentFields.Outcome outcome =
                AssignmentFields.read(Map.of("ticker", "SPY", "account", "DU1", key, value));
        assertThat(outcome)
                .as("%s: %s", key, value)
                .isInstanceOf(AssignmentFields.Outcome.Read.class);
        return AssignmentFields.write(((AssignmentFields.Outcome.Read) outcome).assignment())
                .getOrDefault(key, "");
    }
}
