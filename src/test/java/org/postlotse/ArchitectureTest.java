package org.postlotse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house's dependency rule: rooms import only from floors below them, and every library has one home. */
class ArchitectureTest {
    private static final String HOUSE = "org.postlotse.";
    /** From the roof to the ground; rooms on one floor do not know each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("web", "intake", "cli", "store", "directory", "demo"),
            Set.of("campaign", "dns"),
            Set.of("probe", "document", "guide", "comparison", "evidence", "staff", "handover", "paper"),
            Set.of("catalogue"));
    /** A library's packages, and the rooms in which it may be named. */
    private static final Map<List<String>, Set<String>> HOMES = Map.ofEntries(
            Map.entry(
                    List.of("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.qute..", "io.quarkus.security.."),
                    Set.of("web")),
            // log shippers' requests are too large and too many for a page's way through the house
            Map.entry(List.of("io.vertx..", "io.quarkus.vertx.."), Set.of("web", "intake")),
            Map.entry(List.of("jakarta.mail..", "org.eclipse.angus.."), Set.of("probe", "campaign")),
            Map.entry(List.of("io.quarkus.mailer.."), Set.of("campaign")),
            Map.entry(List.of("com.google.zxing.."), Set.of("document")),
            Map.entry(List.of("org.bouncycastle.."), Set.of("document", "demo", "staff")),
            Map.entry(
                    List.of("java.sql..", "javax.sql..", "io.agroal..", "org.flywaydb..", "org.postgresql.."),
                    Set.of("store")),
            Map.entry(List.of("org.apache.kafka.."), Set.of("intake")),
            Map.entry(List.of("org.xbill.DNS.."), Set.of("dns")),
            Map.entry(List.of("com.unboundid.."), Set.of("directory")),
            Map.entry(List.of("com.openhtmltopdf..", "org.apache.pdfbox.."), Set.of("paper")),
            Map.entry(List.of("picocli.."), Set.of("cli")),
            Map.entry(List.of("org.eclipse.microprofile.openapi.."), Set.of("web")),
            Map.entry(List.of("io.micrometer.."), Set.of("web", "intake", "campaign")),
            Map.entry(List.of("javax.net.ssl.."), Set.of("probe", "demo", "intake", "campaign", "directory")));

    private final JavaClasses house =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.postlotse");

    @Test
    void every_room_stands_on_a_floor() {
        assertThat(house.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
                .isSubsetOf(FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    static Stream<Arguments> forbidden() {
        return FLOORS.stream().flatMap(floor -> floor.stream().map(room -> Arguments.of(room, notBelow(room))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void a_room_imports_only_from_floors_below_it(String room, Set<String> others) {
        noClasses()
                .that(liveIn(Set.of(room)))
                .should()
                .dependOnClassesThat(liveIn(others))
                .allowEmptyShould(true)
                .check(house);
    }

    static Stream<Arguments> homes() {
        return HOMES.entrySet().stream().map(home -> Arguments.of(home.getKey(), home.getValue()));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("homes")
    void every_library_has_its_home(List<String> packages, Set<String> rooms) {
        noClasses()
                .that(DescribedPredicate.not(liveIn(rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .check(house);
    }

    @Test
    void the_catalogue_knows_the_JDK_and_its_configuration_only() {
        classes()
                .that(liveIn(Set.of("catalogue")))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.postlotse.catalogue..",
                        "java..",
                        "io.smallrye.config",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "org.jspecify..",
                        "io.quarkus.arc..") // the container's generated beans
                .check(house);
    }

    /** What a customer types of the servers of today is compared, never looked up and never connected to. */
    @Test
    void the_comparison_has_no_network() {
        noClasses()
                .that(liveIn(Set.of("comparison")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..", "javax.naming..")
                .check(house);
    }

    @Test
    void the_store_only_implements_what_rooms_below_declare() {
        classes()
                .that(liveIn(Set.of("store")))
                .and()
                .haveSimpleNameStartingWith("Jdbc")
                .and()
                .areTopLevelClasses()
                .should()
                .implement(liveIn(
                        Set.of("probe", "document", "guide", "evidence", "staff", "handover", "campaign", "catalogue")))
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void there_is_no_circle_between_packages() {
        slices().matching("org.postlotse.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void nobody_writes_null_unseen() {
        classes().should(beNullMarked()).check(house);
    }

    @Test
    void names_say_what_a_thing_is() {
        var empty = List.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "Data", "Info");
        assertThat(house.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> empty.stream().anyMatch(name::endsWith)
                                || name.startsWith("Default")
                                || name.startsWith("Abstract")))
                .isEmpty();
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> beNullMarked() {
        return new com.tngtech.archunit.lang.ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                JavaPackage home = item.getPackage();
                if (!home.isAnnotatedWith(NullMarked.class))
                    events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                            item, item.getName() + ": its package has no package-info with @NullMarked"));
            }
        };
    }

    private static Set<String> notBelow(String room) {
        int own = floorOf(room);
        return FLOORS.subList(0, own + 1).stream()
                .flatMap(Set::stream)
                .filter(other -> !other.equals(room))
                .collect(Collectors.toSet());
    }

    private static int floorOf(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++)
            if (FLOORS.get(floor).contains(room)) return floor;
        throw new IllegalArgumentException(room);
    }

    private static DescribedPredicate<JavaClass> liveIn(Set<String> rooms) {
        return DescribedPredicate.describe("live in " + rooms, type -> rooms.contains(room(type)));
    }

    private static String room(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(HOUSE)
                ? Arrays.asList(name.substring(HOUSE.length()).split("\\.")).getFirst()
                : "";
    }
}
