package io.xuemeng.examples.quickstart;

import static io.xuemeng.resource.metadata.MultilingualText.zh;
import static io.xuemeng.resource.packaging.ResourcePackage.item;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Rights;
import io.xuemeng.resource.metadata.Role;
import io.xuemeng.resource.metadata.SchoolStage;
import io.xuemeng.resource.packaging.PackageValidator;
import io.xuemeng.resource.packaging.ResourcePackage;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.signature.PackageSigner;
import io.xuemeng.resource.signature.PackageTrust;
import io.xuemeng.resource.signature.PackageVerifier;
import io.xuemeng.resource.signature.SignatureReport;
import io.xuemeng.resource.signature.SignerRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A vendor describes, packages and signs a lesson; the province validates it, verifies who made it, and countersigns; then somebody
 * changes one file, and the package is refused. Keys and certificates are made for this one run.
 */
public final class Quickstart {

    private static final String LESSON = "lesson/index.html";
    private static final String EXERCISE = "quiz/index.html";

    private final Path folder;
    private final Telling telling;

    private final Instant now = Instant.now();
    private final Instant later = now.plus(Duration.ofDays(365));
    // Certificates are valid from a little earlier on: clocks differ.
    private final Instant earlier = now.minus(Duration.ofMinutes(5));

    private final DemonstrationAuthority vendors = authority(DemonstrationRole.AUTHOR);
    private final DemonstrationAuthority provinces = authority(DemonstrationRole.REVIEWER);
    private final PackageTrust trust = PackageTrust.builder()
            .trust(SignerRole.AUTHOR, vendors.trust())
            .trust(SignerRole.REVIEWER, provinces.trust())
            .build();

    Quickstart(Path folder, Telling telling) {
        this.folder = folder;
        this.telling = telling;
    }

    /**
     * Runs it in a new temporary folder.
     *
     * @param args {@code --lang zh-CN} or {@code --lang en}; the system's language without
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("xuemeng-quickstart");
        Telling telling = new Telling(Telling.localeOf(args), Telling.standardOutput());
        boolean asExpected = new Quickstart(folder, telling).run();
        System.exit(asExpected ? 0 : 1);
    }

    /** The whole way; whether each step ended as it should. */
    boolean run() throws IOException, GeneralSecurityException {
        telling.tell("begin", folder);
        Path lesson = make();
        sign(lesson);
        boolean accepted = validate(lesson);
        boolean authentic = verify("verified", lesson);
        countersign(lesson);
        boolean reviewed = verify("verified.again", lesson);
        boolean refused = !validate(Tampering.with(lesson, EXERCISE, folder.resolve("tampered.zip")));
        telling.tell(accepted && authentic && reviewed && refused ? "end" : "end.wrong");
        return accepted && authentic && reviewed && refused;
    }

    private Path make() throws IOException {
        ResourceMetadata metadata = ResourceMetadata.builder()
                .identifier("org.example.courseware", "K7-MATH-0312")
                .title(zh("分数的初步认识"))
                .language("zh-CN")
                .description(zh("三年级上册第八单元，含课文与练习。"))
                .keyword(zh("分数"))
                .stage(SchoolStage.PRIMARY)
                .grade("三年级")
                .subject("数学")
                .contributor(Role.PUBLISHER, "示例教育科技有限公司", LocalDate.of(2026, 9, 1))
                .rights(Rights.licensed("CC BY 4.0"))
                .build();
        Path file = ResourcePackage.builder(metadata)
                .organization("第八单元", item("课文", LESSON), item("练习", EXERCISE))
                .content(LESSON, page("一块饼平均分成四份，每份是它的四分之一。"))
                .content(EXERCISE, page("把一张纸对折两次，每份是几分之几？"))
                .writeTo(folder.resolve("fractions.zip"));
        telling.tell("made", file.getFileName(), Files.size(file));
        return file;
    }

    private static byte[] page(String text) {
        return ("<!DOCTYPE html>\n<html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>分数</title><p>" + text
                        + "</p></html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void sign(Path file) throws IOException, GeneralSecurityException {
        SigningKey vendor = vendors.issue(DemonstrationRole.AUTHOR, earlier, later);
        PackageSigner.as(SignerRole.AUTHOR, vendor)
                .embedding(revocations(vendors))
                .sign(file);
        telling.tell("signed", vendor.algorithm());
    }

    private boolean validate(Path file) throws IOException {
        PackageValidator validator =
                PackageValidator.forProfile(MetadataProfile.alliance()).withTrust(trust);
        Report report = validator.validate(file);
        telling.tell(
                report.verdict() == Verdict.ACCEPTED ? "accepted" : "refused",
                file.getFileName(),
                validator.profile().title(telling.locale()));
        telling.list(report.findings());
        return report.verdict() == Verdict.ACCEPTED;
    }

    private boolean verify(String step, Path file) throws IOException {
        SignatureReport report = PackageVerifier.trusting(trust).verify(file);
        telling.tell(step, file.getFileName());
        report.signatures().forEach(telling::signature);
        telling.list(report.findings());
        return switch (report.status()) {
            case VALID -> true;
            case INDETERMINATE, INVALID -> false;
        };
    }

    private void countersign(Path file) throws IOException, GeneralSecurityException {
        SigningKey province = provinces.issue(DemonstrationRole.REVIEWER, earlier, later);
        PackageSigner.as(SignerRole.REVIEWER, province)
                .embedding(revocations(provinces))
                .sign(file);
        telling.tell("countersigned");
    }

    private DemonstrationAuthority authority(DemonstrationRole role) {
        return DemonstrationAuthority.root(KeyType.SM2, earlier, later).subordinate(role, earlier, later);
    }

    private ValidationMaterial revocations(DemonstrationAuthority authority) throws GeneralSecurityException {
        return ValidationMaterial.of(List.of(), List.of(authority.revocationList(now, later)), List.of());
    }
}
