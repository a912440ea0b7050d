package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.FaultKind;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EveryFaultIsShownTest {
    private static final List<Class<?>> SHOWN_IN =
            List.of(
                    OrderFaultsTest.class,
                    CancelFaultsTest.class,
                    FillFaultsTest.class,
                    LinkFaultsTest.class,
                    LostLinkTest.class,
                    LostLinkOrdersTest.class,
                    LostLinkListsTest.class,
                    LostLinkDataTest.class,
                    SessionFaultsTest.class,
                    DataFaultsTest.class,
                    AccountFaultsTest.class);

    @Test
    void shouldShowEveryFaultOnTheWire() {
        // Given
        Set<FaultKind> shown = EnumSet.noneOf(FaultKind.class);

        // When
        for (Class<?> stories : SHOWN_IN) {
            for (Method story : stories.getDeclaredMethods()) {
                Shows shows = story.getAnnotation(Shows.class);
                if (shows != null) {
                    assertThat(story.isAnnotationPresent(Test.class)).as(story.getName()).isTrue();
                    shown.addAll(List.of(shows.value()));
                }
            }
        }

        // Then
        assertThat(shown).isEqualTo(EnumSet.allOf(FaultKind.class));
    }
}
