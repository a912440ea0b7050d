package dev.monger.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

    @Test
    void shouldNameTheKindsOfTheCatalogueAndNoOthers() {
        // When, Then
        assertThat(FaultCatalogue.names())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(FaultKind.values()).map(Enum::name).toList());
        assertThat(Stream.of(FaultKind.values()).map(FaultKind::number)).doesNotHaveDuplicates();
    }

    @Test
    void shouldKnowEveryNumberFromM1ToM35() {
        // When, Then
        for (int number = 1; number <= 35; number++) {
            assertThat(FaultKind.of("M" + number)).as("M%d", number).isNotNull();
        }
        assertThat(FaultKind.of("M36")).isNull();
        assertThat(FaultKind.of("CORRECTION")).isEqualTo(FaultKind.CORRECTION);
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void shouldHaveParametersWhoseUsualValueMayBeGiven(FaultKind kind) {
        // When
        List<FaultParameter> parameters = kind.parameters();

        // Then
        assertThat(kind.sentence()).endsWith(".");
        assertThat(new TreeSet<>(parameters.stream().map(FaultParameter::name).toList()))
                .hasSize(parameters.size())
                .contains("perThousand", "times");
        for (FaultParameter parameter : parameters) {
            assertThat(parameter.takes(parameter.usual())).as(parameter.name()).isTrue();
            assertThat(parameter.sentence()).doesNotEndWith(".");
            assertThat(kind.parameter(parameter.name())).isEqualTo(parameter);
        }
        assertThat(Fault.of(kind).values()).hasSize(parameters.size());
        assertThat(Fault.of(kind)).hasToString(kind.number());
    }

    @Test
    void shouldReadWhatIsGivenAndFillUpTheRest() {
        // When
        Fault.Reading reading = Fault.read("M9", Map.of("data", "lost"));

        // Then
        assertThat(reading)
                .isEqualTo(
                        new Fault.Reading.Read(
                                Fault.of(FaultKind.LINK_STORM).with("data", "lost")));
        assertThat(((Fault.Reading.Read) reading).fault().nanos("outageMillis"))
                .isEqualTo(10_000_000_000L);
        assertThat(((Fault.Reading.Read) reading).fault()).hasToString("M9:data=lost");
    }

    @Test
    void shouldSayAllThatIsWrongAtOnce() {
        // When
        Fault.Reading reading =
                Fault.read(
                        "M9", Map.of("data", "gone", "losses", "0", "outage", "5", "times", "x"));

        // Then
        assertThat(((Fault.Reading.Refused) reading).problems())
                .containsExactlyInAnyOrder(
                        "data: expected one of kept, lost, was 'gone'",
                        "losses: expected a whole number from 1 to 1000 (messages), was '0'",
                        "outage: no parameter of LINK_STORM; right would be some of losses, gapMillis, outageMillis, data, lists, newcomers, perThousand, times, firstMillis, everyMillis",
                        "times: expected a whole number from 1 to 2147483647 (deeds), was 'x'");
        assertThat(((Fault.Reading.Refused) Fault.read("M99", Map.of())).problems().getFirst())
                .startsWith("no such fault 'M99'");
        assertThatThrownBy(() -> Fault.of(FaultKind.LINK_STORM).with("losses", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("losses: expected");
        assertThatThrownBy(() -> Fault.of(FaultKind.LINK_STORM).whole("nothing"))
                .hasMessageContaining("LINK_STORM has a parameter nothing");
    }
}
