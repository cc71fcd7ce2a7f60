package org.scaena.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How our classes and tests must look for the other gates to mean something. */
class ShapeIT {

    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";

    private static final String ACTIVATOR = "org.osgi.framework.BundleActivator";

    private static final JavaClasses OURS = Built.ourClasses();

    @Test
    void outsideTheApiAllCodeIsInternal() {
        classes()
                .that(describe("are not in the bundle api", type -> !isInApi(type)))
                .should()
                .resideInAPackage("org.scaena.*.internal..")
                .check(OURS);
    }

    @Test
    void outsideTheApiOnlyComponentsAndActivatorsArePublicAndTheyAreFinal() {
        classes()
                .that()
                .resideInAPackage("org.scaena.*.internal..")
                .and(describe("can be seen from outside", ShapeIT::isPublic))
                .should(be(describe("started by the framework", ShapeIT::isStarted)))
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .allowEmptyShould(true)
                .check(OURS);
    }

    private static boolean isStarted(JavaClass type) {
        return type.isAnnotatedWith(COMPONENT)
                || type.getRawInterfaces().stream()
                        .anyMatch(each -> each.getName().equals(ACTIVATOR));
    }

    /** NullAway checks marked packages only, so a package that is not marked is not checked. */
    @Test
    void everyPackageIsNullMarked() {
        assertThat(OURS.stream().map(JavaClass::getPackage).distinct())
                .allMatch(ShapeIT::isNullMarked);
    }

    @Test
    void onlyTheHostWritesToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.scaena.host.internal..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(OURS);
    }

    @Test
    void testsPollAndNeverSleep() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(name("sleep"))
                                .and(
                                        target(owner(type(Thread.class)))
                                                .or(target(owner(type(TimeUnit.class))))))
                .check(Built.testClasses());
    }

    private static boolean isNullMarked(JavaPackage p) {
        return p.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .isPresent();
    }

    private static boolean isInApi(JavaClass type) {
        return type.getSource().orElseThrow().getUri().toString().contains("/org.scaena.api.jar!");
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ShapeIT::isPublic).orElse(true);
    }
}
