package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnduranceOptionsTest {

    private static EnduranceOptions read(String... words) {
        return EnduranceOptions.read(Path.of("home"), List.of(words));
    }

    @Test
    void shouldRunEverythingWhenNothingIsNamed() {
        EnduranceOptions options = read();
        assertThat(options.names()).containsExactly("fuzz", "soak", "seeds");
        assertThat(options.state()).isEqualTo(Path.of("home", ".monger", "endurance"));
        assertThat(options.number("frames")).isEqualTo(5_000_000);
        assertThat(options.number("clients")).isEqualTo(32);
        assertThat(options.again()).isFalse();
        assertThat(options.problems()).isEmpty();
        assertThat(read("help").help()).isTrue();
    }

    @Test
    void shouldReadNamesNumbersAndFolder() {
        EnduranceOptions options =
                read("soak", "--seconds", "60", "--state", "elsewhere", "--again", "fuzz");
        assertThat(options.names()).containsExactly("soak", "fuzz");
        assertThat(options.number("seconds")).isEqualTo(60);
        assertThat(options.state()).isEqualTo(Path.of("elsewhere"));
        assertThat(options.again()).isTrue();
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void shouldNameEveryProblem() {
        assertThat(read("soke", "--frames", "many", "--seconds", "0", "--state").problems())
                .containsExactly(
                        "'soke' is neither an option, see --help, nor one of fuzz, soak, seeds",
                        "--frames many: expected a whole number above 0",
                        "--seconds 0: expected a whole number above 0",
                        "--state needs a folder");
    }

    @Test
    void shouldDescribeEveryOptionItTakes() {
        for (String option :
                List.of(
                        "frames", "clients", "lines", "updates", "orders", "seconds", "seeds",
                        "from", "threads", "state", "again")) {
            assertThat(EnduranceOptions.HELP).contains("--" + option);
        }
    }
}
