package org.scaena.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Arrows point down: the faces know the server, the server knows five services, these know the API
 * and not each other, and the API knows nothing.
 */
class ArrowsIT {

    private static final JavaClasses OURS = Built.ourClasses();

    private static final DescribedPredicate<JavaClass> INSIDE =
            resideInAPackage("org.scaena.*.internal..");

    private static final DescribedPredicate<JavaClass> API =
            resideInAPackage("org.scaena..").and(not(INSIDE));

    @Test
    void noBundleUsesTheInsideOfAnother() {
        slices().matching("org.scaena.(*).internal..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void theApiUsesTheJdkAndAnnotationsOnly() {
        classes()
                .that(API)
                .should()
                .onlyDependOnClassesThat(
                        API.or(
                                resideInAnyPackage(
                                        "java..",
                                        "org.jspecify.annotations..",
                                        "org.osgi.annotation..")))
                .check(OURS);
    }

    @Test
    void thePackagesOfTheApiHaveNoCycles() {
        slices().matching("org.scaena.(*)").should().beFreeOfCycles().check(OURS);
    }

    /**
     * The values of osc and command are everybody's language; the rest of the API has one owner.
     */
    @ParameterizedTest
    @CsvSource({"osc,osc", "process,process", "allocator,id", "nodetree,node", "synthdef,synthdef"})
    void aServiceKnowsNeitherTheOthersNorTheServer(String bundle, String ownPackage) {
        noClasses()
                .that()
                .resideInAPackage("org.scaena." + bundle + ".internal..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "org.scaena.process",
                                        "org.scaena.id",
                                        "org.scaena.node",
                                        "org.scaena.synthdef",
                                        "org.scaena.server")
                                .or(serviceOfOsc())
                                .and(not(resideInAPackage("org.scaena." + ownPackage))))
                .allowEmptyShould(true)
                .check(OURS);
    }

    /** The ledger writes down values of the others. */
    @Test
    void theLedgerKnowsNoService() {
        noClasses()
                .that()
                .resideInAPackage("org.scaena.ledger.internal..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.scaena.synthdef", "org.scaena.server")
                                .or(serviceOfOsc())
                                .or(
                                        resideInAnyPackage("org.scaena.id", "org.scaena.process")
                                                .and(
                                                        simpleNameEndingWith("Service")
                                                                .or(
                                                                        simpleNameEndingWith(
                                                                                "Manager")))))
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> serviceOfOsc() {
        return DescribedPredicate.describe(
                "open links",
                type ->
                        type.getName().equals("org.scaena.osc.OscTransport")
                                || type.getName().equals("org.scaena.osc.OscLink"));
    }
}
