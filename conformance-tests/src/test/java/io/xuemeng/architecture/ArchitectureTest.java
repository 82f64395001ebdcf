package io.xuemeng.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is said in words in the design is held here over the classes themselves. */
@AnalyzeClasses(packages = "io.xuemeng", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "io.xuemeng.core..";
    private static final String RESOURCE = "io.xuemeng.resource..";
    private static final String LRS = "io.xuemeng.lrs..";
    private static final String IDENTITY = "io.xuemeng.identity..";
    private static final String KIT = "io.xuemeng.conformance..";
    private static final String[] SDK = {CORE, RESOURCE, LRS, IDENTITY};

    @ArchTest
    static final ArchRule everyClassBelongsToAModule =
            classes().should().resideInAnyPackage(CORE, RESOURCE, LRS, IDENTITY, KIT);

    @ArchTest
    static final ArchRule coreKnowsNoOtherModule = module(CORE, RESOURCE, LRS, IDENTITY, KIT);

    @ArchTest
    static final ArchRule resourceMetadataKnowsOnlyCore = module(RESOURCE, LRS, IDENTITY, KIT);

    @ArchTest
    static final ArchRule lrsKnowsOnlyCore = module(LRS, RESOURCE, IDENTITY, KIT);

    @ArchTest
    static final ArchRule identityKnowsOnlyCore = module(IDENTITY, RESOURCE, LRS, KIT);

    @ArchTest
    static final ArchRule requirementsReferToNoOtherPackage = standsAlone("io.xuemeng.core.requirement");

    @ArchTest
    static final ArchRule codesReferToNoOtherPackage = standsAlone("io.xuemeng.core.code");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.xuemeng.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theSdkPrintsNothing =
            noClasses().that().resideInAnyPackage(SDK).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule theSdkLogsThroughSlf4jOnly = noClasses()
            .that()
            .resideInAnyPackage(SDK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "org.apache.log4j..", "org.apache.logging..", "ch.qos.logback..");

    @ArchTest
    static final ArchRule packagesAreConcernsAndNotLayers = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..impl..", "..common..", "..helper..", "..manager..");

    @ArchTest
    static final ArchRule everyPackageSaysWhatLivesThereAndIsNullMarked =
            classes().should(PackageConditions.LIVE_IN_A_NULL_MARKED_PACKAGE);

    @ArchTest
    static final ArchRule vendorsPinTheirOwnLibraries =
            classes().that(ExportedPackages.AND_PUBLIC).should(SignatureConditions.NAME_NO_FOREIGN_TYPE);

    private static ArchRule module(String module, String... unknown) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(unknown)
                .allowEmptyShould(true);
    }

    private static ArchRule standsAlone(String name) {
        return noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.xuemeng..").and(resideOutsideOfPackage(name)));
    }
}
