package dev.monger.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.AssignmentSchema;
import dev.monger.core.model.Field;
import dev.monger.core.model.FieldCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The page and the schema for editors say what the catalogue of fields says, which the code reads.
 */
class AssignmentsDocumentTest {

    private static final Path PAGE = Path.of("../docs/assignments.md");
    private static final Path SCHEMA = Path.of("../docs/assignments.schema.json");

    private static List<String> told() throws IOException {
        List<String> rows = new ArrayList<>();
        boolean table = false;
        for (String line : Files.readAllLines(PAGE)) {
            table =
                    line.equals("| key | default | what it means |")
                            || (table && line.startsWith("|"));
            if (table && line.startsWith("| `")) {
                rows.add(line.replaceAll(" +", " "));
            }
        }
        return rows;
    }

    @Test
    void shouldNameEveryFieldWithItsDefaultAndMeaning() throws IOException {
        // Given
        List<String> known = new ArrayList<>();
        for (Field field : FieldCatalogue.fields()) {
            String standard = field.standard() == null ? "" : "`" + field.standard() + "` ";
            known.add("| `" + field.key() + "` | " + standard + "| " + field.sentence() + " |");
        }

        // When
        List<String> rows = told();

        // Then
        assertThat(rows).containsExactlyElementsOf(known);
    }

    @Test
    void shouldShipTheSchemaThatTheFieldsGive() throws IOException {
        assertThat(Files.readString(SCHEMA)).isEqualTo(AssignmentSchema.text());
    }

    @Test
    void shouldPointTheExampleToTheSchema() throws IOException {
        assertThat(Files.readAllLines(Path.of("../assignments.yaml")).getFirst())
                .isEqualTo("# yaml-language-server: $schema=docs/assignments.schema.json");
    }
}
