package dev.paperboy.config;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/** Holds the arrows between the modules and the order of the packages that docs/architecture.md describes. */
@AnalyzeClasses(
        packages = "dev.paperboy",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJar.class})
class ArchitectureTest {

    /** bot-core's packages in reading order; each uses only what stands above it. */
    private static final List<String> CORE = List.of(
            "dev.paperboy.paper..",
            "dev.paperboy.command..",
            "dev.paperboy.chat..",
            "dev.paperboy.person..",
            "dev.paperboy.schedule..",
            "dev.paperboy.index..",
            "dev.paperboy.source..",
            "dev.paperboy.feed..",
            "dev.paperboy.trending..",
            "dev.paperboy.search..",
            "dev.paperboy.library..",
            "dev.paperboy.subscription..",
            "dev.paperboy.community..",
            "dev.paperboy.digest..",
            "dev.paperboy.reaction..",
            "dev.paperboy.store..",
            "dev.paperboy");

    private static final String DISCORD = "dev.paperboy.discord..";
    private static final String SLACK = "dev.paperboy.slack..";
    private static final String CONFIG = "dev.paperboy.config..";

    /** While Maven packages, the test classes of bot-core come as a jar. */
    static final class NoTestJar implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule coreKnowsNoPlatform = noClasses()
            .that(are(resideInAnyPackage(CORE.toArray(String[]::new))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DISCORD, SLACK, CONFIG, "net.dv8tion..", "com.slack..", "okhttp3..", "picocli..")
            .because(
                    "a chat platform is a detail: the core answers with values, and only the adapters know a platform");

    @ArchTest
    static final ArchRule discordKnowsNeitherSlackNorConfig = noClasses()
            .that()
            .resideInAPackage(DISCORD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SLACK, CONFIG, "com.slack..")
            .because("an adapter that leans on the other, or on how it is configured, cannot be read or changed alone");

    @ArchTest
    static final ArchRule slackKnowsNeitherDiscordNorConfig = noClasses()
            .that()
            .resideInAPackage(SLACK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DISCORD, CONFIG, "net.dv8tion..")
            .because("an adapter that leans on the other, or on how it is configured, cannot be read or changed alone");

    @ArchTest
    static final ArchRule adaptersDoNotKnowTheirStandIns = noClasses()
            .that()
            .resideInAnyPackage("dev.paperboy.discord", "dev.paperboy.slack")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.paperboy.discord.sandbox..", "dev.paperboy.slack.sandbox..")
            .because("the bot must not be able to tell a stand-in from the platform");

    @ArchTest
    static final ArchRule standInsDoNotKnowTheAdapters = noClasses()
            .that()
            .resideInAnyPackage("dev.paperboy.discord.sandbox..", "dev.paperboy.slack.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.paperboy.discord", "dev.paperboy.slack", "net.dv8tion..", "com.slack..")
            .because("a judge that shares code with the judged shares its mistakes");

    @ArchTest
    static void packagesUseOnlyWhatStandsAboveThem(JavaClasses all) {
        IntStream.range(0, CORE.size() - 1)
                .forEach(at -> noClasses()
                        .that()
                        .resideInAPackage(CORE.get(at))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(CORE.subList(at + 1, CORE.size()).toArray(String[]::new))
                        .because("whoever reads the packages in their order meets nothing unexplained")
                        .check(all));
    }

    @ArchTest
    static final ArchRule wiringKnowsNoDoor = noClasses()
            .that()
            .resideInAPackage("dev.paperboy.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.paperboy.config.cli..", "dev.paperboy.config.sandbox..", "dev.paperboy.config.doctor..")
            .because("the same wiring serves the shell, the sandbox and the tests");

    @ArchTest
    static final ArchRule luceneStaysBehindItsPort = noClasses()
            .that()
            .resideOutsideOfPackage("dev.paperboy.index.lucene..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("the index is a port, and another engine may stand behind it");

    @ArchTest
    static final ArchRule sqlStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackages("dev.paperboy.store..", "dev.paperboy.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer..")
            .because("what is kept, and how, is said in one place");

    @ArchTest
    static final ArchRule onlyTheShellPrints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.paperboy.config.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("operators read a log; standard output belongs to the results of commands");

    @ArchTest
    static final ArchRule oneLoggingApi = noClasses()
            .should(USE_JAVA_UTIL_LOGGING)
            .because("SLF4J is what everything else logs through, and secrets are kept out of it in one way");

    /** The stand-ins play platforms, whose time is the real one whatever the bot's clock says. */
    @ArchTest
    static final ArchRule timeComesInByTheConstructor = noClasses()
            .that()
            .resideOutsideOfPackages(CONFIG, "dev.paperboy.discord.sandbox..", "dev.paperboy.slack.sandbox..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("a clock that can be moved is what makes posting hours testable and the sandbox honest");

    @ArchTest
    static final ArchRule chanceComesInByTheConstructor = noClasses()
            .that()
            .resideOutsideOfPackage(CONFIG)
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .because("what a test saw once, it must see again");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(beInANullMarkedPackage())
            .because("without the mark NullAway stays silent about the whole package");

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        DescribedPredicate<JavaClass> marked = DescribedPredicate.describe(
                "in a null-marked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
        return new ArchCondition<>("be in a package with @NullMarked in its package-info.java") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, marked.test(type), type.getName() + " in " + type.getPackageName()));
            }
        };
    }
}
