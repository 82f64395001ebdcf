package io.xuemeng.examples.conformance;

import io.xuemeng.conformance.PlatformConformance;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.producer.Heading;
import io.xuemeng.conformance.producer.PackageProduction;
import io.xuemeng.conformance.producer.Production;
import io.xuemeng.conformance.producer.ProductionRequest;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.PlatformUnderTest;
import io.xuemeng.conformance.validator.Judgement;
import io.xuemeng.conformance.validator.PackageValidation;
import io.xuemeng.conformance.validator.Reason;
import io.xuemeng.conformance.validator.ValidationRequest;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.packaging.PackageItem;
import io.xuemeng.resource.packaging.PackageValidator;
import io.xuemeng.resource.packaging.ResourcePackage;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.util.Map;

/**
 * A platform in Java proves in its own build that it conforms: this class says where the platform is, and each requirement is a
 * test. The platform here is a validator and a producer made with the SDK; put yours in their places.
 */
class OurPlatformTest extends PlatformConformance {

    private static final Map<String, PackageValidator> VALIDATORS = Map.of(
            "lom", PackageValidator.forProfile(MetadataProfile.lom()),
            "alliance", PackageValidator.forProfile(MetadataProfile.alliance()));

    @Override
    protected PlatformUnderTest platform() {
        PackageValidation validation = OurPlatformTest::judge;
        PackageProduction production = OurPlatformTest::produce;
        return PlatformUnderTest.of(
                "示例云课堂 4.2",
                Offer.of(
                                Role.PACKAGE_VALIDATOR,
                                validation,
                                "ai-labels",
                                "metadata-json",
                                "national-json",
                                "profile-alliance")
                        .parallel(2),
                Offer.of(Role.PACKAGE_PRODUCER, production, "ai-labels", "profile-alliance"));
    }

    private static Judgement judge(ValidationRequest request) throws IOException {
        Report report = VALIDATORS.get(request.profile()).validate(request.file());
        return new Judgement(
                report.verdict() == Verdict.ACCEPTED,
                report.findings().stream().map(OurPlatformTest::reason).toList());
    }

    /** A validator that knows the ids of the written profile names them; one that does not names a class of reasons. */
    private static Reason reason(Finding finding) {
        Reason.Weight weight = finding.severity().compareTo(Severity.ERROR) <= 0
                ? Reason.Weight.ERROR
                : finding.severity() == Severity.WARNING ? Reason.Weight.WARNING : Reason.Weight.INFO;
        return new Reason(null, weight, finding.id(), null);
    }

    private static Production produce(ProductionRequest request) throws IOException {
        ResourcePackage.Builder builder =
                ResourcePackage.builder(request.metadata()).content(request.content());
        for (Heading organization : request.organizations()) {
            builder.organization(
                    organization.title(),
                    organization.items().stream().map(OurPlatformTest::item).toArray(PackageItem[]::new));
        }
        try {
            builder.writeTo(request.output());
            return Production.done();
        } catch (IllegalStateException e) {
            return Production.refused(e.getMessage());
        }
    }

    private static PackageItem item(Heading heading) {
        return new PackageItem(
                heading.title(),
                heading.path(),
                heading.items().stream().map(OurPlatformTest::item).toList());
    }
}
