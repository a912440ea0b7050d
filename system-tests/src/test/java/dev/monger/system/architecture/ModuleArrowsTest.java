package dev.monger.system.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom, where a module's own dependencies do not already say it. */
class ModuleArrowsTest {

    private static final JavaClasses MONGER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.monger");

    @Test
    void shouldLetTheCoreKnowOnlyTheCore() {
        noClasses()
                .that()
                .resideInAPackage("dev.monger.core..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("dev.monger.core..", "java..", "org.jspecify..")
                .because("the core reads like the rules of trading, and nothing else")
                .check(MONGER);
    }

    @Test
    void shouldKeepTheThreeCoresApart() {
        noClasses()
                .that()
                .resideInAPackage("dev.monger.core.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.monger.core.monger..",
                        "dev.monger.core.portfolio..",
                        "dev.monger.core.manager..")
                .check(MONGER);
        noClasses()
                .that()
                .resideInAPackage("dev.monger.core.monger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.monger.core.portfolio..", "dev.monger.core.manager..")
                .check(MONGER);
    }

    @Test
    void shouldLetTheWireKnowNothingOfTrading() {
        noClasses()
                .that()
                .resideInAPackage("dev.monger.tws..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("dev.monger.tws..", "java..", "org.jspecify..")
                .because("the client is good enough to be used alone")
                .check(MONGER);
    }

    @Test
    void shouldStepTheCoresOnlyThroughTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.monger.core..",
                        "dev.monger.engine..",
                        "dev.monger.tws..",
                        "dev.monger.simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.monger.tws.session..", "dev.monger.tws.codec..")
                                .or(simpleName("MongerMachine"))
                                .or(simpleName("PortfolioCore"))
                                .or(simpleName("ManagerCore")))
                .because("what ships is what is simulated, replayed and asked what if")
                .check(MONGER);
    }

    @Test
    void shouldLetOnlyShellsKnowQuarkusAndKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.monger.core..",
                        "dev.monger.tws..",
                        "dev.monger.prediction..",
                        "dev.monger.engine..",
                        "dev.monger.simulator..",
                        "dev.monger.fleet..",
                        "dev.monger.schemas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..")
                .check(MONGER);
    }
}
