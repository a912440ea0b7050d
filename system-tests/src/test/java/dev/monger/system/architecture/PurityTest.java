package dev.monger.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything between the socket and the topic takes time and chance as inputs and does no I/O. */
class PurityTest {

    private static final String[] PURE = {
        "dev.monger.core..",
        "dev.monger.tws.message..",
        "dev.monger.tws.codec..",
        "dev.monger.tws.session..",
        "dev.monger.prediction..",
        "dev.monger.engine..",
        "dev.monger.simulator.venue..",
        "dev.monger.simulator.backend..",
        "dev.monger.simulator.front..",
        "dev.monger.simulator.fault..",
        "dev.monger.fleet.."
    };

    private static final JavaClasses MONGER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.monger");

    private static final Set<String> AMBIENT_CALLS =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.identityHashCode",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Map.of",
                    "java.util.Map.ofEntries",
                    "java.util.Map.copyOf",
                    "java.util.Set.of",
                    "java.util.Set.copyOf",
                    "java.util.stream.Collectors.toSet",
                    "java.util.stream.Collectors.toUnmodifiableSet",
                    "java.util.stream.Collectors.toUnmodifiableMap",
                    "java.util.Locale.getDefault",
                    "java.util.TimeZone.getDefault",
                    "java.time.ZoneId.systemDefault");

    private static final Set<String> AMBIENT_TYPES =
            Set.of(
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.IdentityHashMap",
                    "java.util.WeakHashMap",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.Date",
                    "java.time.Clock",
                    "java.security.SecureRandom");

    private static final List<String> GROUPING_WITHOUT_SUPPLIER =
            List.of("toMap", "groupingBy", "partitioningBy");

    private static final DescribedPredicate<JavaAccess<?>> AMBIENT_INPUT =
            describe(
                    "an ambient input (clock, random, environment, unordered collection)",
                    access -> isAmbient(access));

    private static boolean isAmbient(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return AMBIENT_CALLS.contains(owner + "." + name)
                || AMBIENT_TYPES.contains(owner)
                || (owner.startsWith("java.time.") && name.equals("now"))
                || name.equals("parallelStream")
                || owner.startsWith("java.util.random.")
                || isUnorderedCollector(owner, name, access)
                || isEnumHashCode(access, name);
    }

    private static boolean isUnorderedCollector(String owner, String name, JavaAccess<?> access) {
        return owner.equals("java.util.stream.Collectors")
                && GROUPING_WITHOUT_SUPPLIER.contains(name)
                && access.getTarget().getFullName().chars().filter(c -> c == ',').count() < 3
                && !access.getTarget().getFullName().contains("Supplier");
    }

    private static boolean isEnumHashCode(JavaAccess<?> access, String name) {
        return name.equals("hashCode") && access.getTargetOwner().isAssignableTo(Enum.class);
    }

    @Test
    void shouldTakeTimeAndChanceAsInputs() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .accessTargetWhere(AMBIENT_INPUT)
                .because("a replay of the same inputs must give the same outputs, byte for byte")
                .check(MONGER);
    }

    @Test
    void shouldDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.jboss..",
                        "io.quarkus..",
                        "jakarta..",
                        "org.apache.kafka..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .because("the shells do the work, the machine only decides")
                .check(MONGER);
    }

    @Test
    void shouldKeepBinaryFloatingPointOutOfDecisions() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.monger.core..", "dev.monger.simulator.backend..")
                .should(haveFloatingPointMembers())
                .because("money is fixed-point")
                .check(MONGER);
    }

    @Test
    void shouldSealStatesEventsCommandsAndOutcomes() {
        classes()
                .that()
                .resideInAPackage("dev.monger.core..")
                .and()
                .areInterfaces()
                .and()
                .haveNameMatching(".*(State|Event|Command|Answer|Outcome)")
                .should(beSealed())
                .because("the compiler then proves that every switch covers every case")
                .check(MONGER);
    }

    private static ArchCondition<JavaClass> haveFloatingPointMembers() {
        return new ArchCondition<>("have fields, parameters or results of type double or float") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean found =
                        item.getFields().stream().anyMatch(field -> isFloating(field.getRawType()))
                                || item.getCodeUnits().stream()
                                        .anyMatch(unit ->
                                                isFloating(unit.getRawReturnType())
                                                        || unit.getRawParameterTypes().stream()
                                                                .anyMatch(PurityTest::isFloating));
                events.add(new SimpleConditionEvent(item, found, item.getName()));
            }
        };
    }

    private static boolean isFloating(JavaClass type) {
        return type.getName().equals("double") || type.getName().equals("float");
    }

    private static ArchCondition<JavaClass> beSealed() {
        return new ArchCondition<>("be sealed") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean sealed = item.reflect().isSealed();
                events.add(new SimpleConditionEvent(item, sealed, item.getName()));
            }
        };
    }
}
