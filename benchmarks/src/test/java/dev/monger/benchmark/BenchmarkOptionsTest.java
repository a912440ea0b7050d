package dev.monger.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkOptionsTest {

    private static BenchmarkOptions read(String... arguments) {
        return BenchmarkOptions.read(List.of(arguments));
    }

    @Test
    void shouldRunEverythingWhenNothingIsNamed() {
        BenchmarkOptions options = read();
        assertThat(options.codec())
                .hasSize(
                        CodecBenchmark.DECODE.kinds().size()
                                + CodecBenchmark.ENCODE.kinds().size()
                                + CodecBenchmark.STREAM.kinds().size());
        assertThat(options.orders()).isTrue();
        assertThat(options.forks()).isEqualTo(1);
        assertThat(options.iterations()).isEqualTo(5);
        assertThat(options.millis()).isEqualTo(500);
        assertThat(options.jvm()).containsExactly("-XX:+UseSerialGC", "-Xmx256m");
        assertThat(options.help()).isFalse();
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void shouldReadNamesAndNumbers() {
        BenchmarkOptions options =
                read("order", "--forks", "3", "--iterations", "7", "--millis", "20", "--c1", "-h");
        assertThat(options.codec()).isEmpty();
        assertThat(options.orders()).isTrue();
        assertThat(options.forks()).isEqualTo(3);
        assertThat(options.iterations()).isEqualTo(7);
        assertThat(options.millis()).isEqualTo(20);
        assertThat(options.jvm()).contains("-XX:TieredStopAtLevel=1");
        assertThat(options.help()).isTrue();
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void shouldRunOneMessageAtATimeAndOnlyOfTheBenchmarkThatIsNamed() {
        BenchmarkOptions options = read("decode", "--kinds", "mix,placeOrder");
        assertThat(options.codec())
                .extracting(CodecBenchmark.Run::kind)
                .containsExactly("placeOrder", "mix");
        assertThat(options.codec())
                .allSatisfy(run -> {
                    String codec = "dev.monger.benchmark.codec.";
                    assertThat(codec + "DecodeBenchmark.floor").containsPattern(run.include());
                    assertThat(codec + "DecodeBenchmark.decode").containsPattern(run.include());
                    assertThat(codec + "StreamBenchmark.decode")
                            .doesNotContainPattern(run.include());
                });
        assertThat(options.orders()).isFalse();
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void shouldGiveEachBenchmarkTheMessagesItHas() {
        assertThat(read("--kinds", "cancelOrder").orders()).isFalse();
        assertThat(read("--kinds", "cancelOrder").codec())
                .containsExactlyElementsOf(
                        List.of(
                                CodecBenchmark.DECODE.runs(List.of("cancelOrder")).getFirst(),
                                CodecBenchmark.ENCODE.runs(List.of("cancelOrder")).getFirst()));
    }

    @Test
    void shouldNameEveryProblem() {
        assertThat(
                        read("decod", "stream", "--kinds", "mix,placeOrder", "--forks", "0", "--x")
                                .problems())
                .containsExactly(
                        "'decod' is none of decode, encode, stream, order",
                        "--forks 0: expected a whole number from 1 to 100000",
                        "--x is no option of the benchmarks, see --help",
                        "--kinds placeOrder: stream has tickPrice, mix");
        assertThat(read("--millis", "soon").problems())
                .containsExactly("--millis soon: expected a whole number from 1 to 100000");
        assertThat(read("order", "--kinds", "mix").problems())
                .singleElement()
                .asString()
                .startsWith("--kinds mix: only the codec's benchmarks have kinds");
        assertThat(read("--kinds").problems()).singleElement().asString().contains("tickPrice,mix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinds", "forks", "iterations", "millis", "c1"})
    void shouldDescribeEveryOptionItTakes(String option) {
        assertThat(BenchmarkOptions.HELP).contains("--" + option);
    }
}
