package io.xuemeng.resource;

import static io.xuemeng.resource.metadata.MultilingualText.zh;
import static io.xuemeng.resource.packaging.ResourcePackage.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.requirement.Finding;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in the README is the code below, and it does what the README says. */
class ReadmeSnippetsTest {

    private static final Path SOURCE = Path.of("src/test/java/io/xuemeng/resource/ReadmeSnippetsTest.java");
    private static final Path README = Path.of("../README.md");

    @TempDir
    Path folder;

    @Test
    void describesAResourceAndMakesAPackageThatIsAccepted() throws IOException {
        Path courseware =
                Files.createDirectories(folder.resolve("courseware/video")).getParent();
        Files.createDirectories(courseware.resolve("quiz"));
        Files.write(
                courseware.resolve("video/intro.mp4"),
                new byte[] {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 1});
        Files.writeString(courseware.resolve("quiz/index.html"), "<!DOCTYPE html><title>练习</title>");
        Path file = folder.resolve("fractions.zip");

        // snippet: vendor
        var metadata = ResourceMetadata.builder()
                .identifier("org.example.courseware", "K7-MATH-0312")
                .title(zh("分数的初步认识"))
                .language("zh-CN")
                .description(zh("三年级上册第八单元，含微课与练习。"))
                .keyword(zh("分数"))
                .stage(SchoolStage.PRIMARY)
                .grade("三年级")
                .subject("数学")
                .contributor(Role.PUBLISHER, "示例教育科技有限公司", LocalDate.of(2026, 9, 1))
                .rights(Rights.licensed("CC BY 4.0"))
                .build();

        Path fractions = ResourcePackage.builder(metadata)
                .organization("第八单元", item("微课", "video/intro.mp4"), item("练习", "quiz/index.html"))
                .content(courseware)
                .writeTo(file);
        // end

        Report report = PackageValidator.forProfile(MetadataProfile.alliance()).validate(fractions);
        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void validatesWhatArrives() throws IOException {
        Path file = Files.write(folder.resolve("broken.zip"), new byte[] {1, 2, 3});
        List<String> log = new ArrayList<>();

        // snippet: province
        var validator = PackageValidator.forProfile(MetadataProfile.alliance()); // make one, share it between threads

        Report report = validator.validate(file);
        if (report.verdict() != Verdict.ACCEPTED) {
            for (Finding finding : report.findings()) {
                log.add(finding.id() + " " + finding.location() + " " + finding.message(Locale.SIMPLIFIED_CHINESE));
            }
        }
        // end

        assertThat(log).singleElement().asString().startsWith("ZIP-002");
    }

    @Test
    void signsAndVerifies() throws Exception {
        DemonstrationAuthority authority = DemonstrationAuthority.root(
                KeyType.SM2, Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
        char[] password = "演示".toCharArray();
        SigningKey issued = authority.issue(
                DemonstrationRole.AUTHOR,
                Instant.now().minusSeconds(60),
                Instant.now().plusSeconds(3600));
        Path keystore = Files.write(folder.resolve("vendor.p12"), issued.toPkcs12(password));
        Path trust = Files.createDirectories(folder.resolve("trust"));
        Files.write(
                Files.createDirectories(trust.resolve("author")).resolve("demo.der"),
                authority.certificate().getEncoded());
        Files.write(
                trust.resolve("demo.crl"),
                authority
                        .revocationList(Instant.now(), Instant.now().plusSeconds(3600))
                        .getEncoded());
        Path fractions = ResourcePackage.builder(ResourceMetadata.builder().build())
                .content("a.html", new byte[] {'<', 'p', '>'})
                .writeTo(folder.resolve("fractions.zip"));

        // snippet: sign
        PackageSigner.as(SignerRole.AUTHOR, SigningKey.fromPkcs12(keystore, password))
                .sign(fractions);

        SignatureReport signatures =
                PackageVerifier.trusting(PackageTrust.fromFolder(trust)).verify(fractions);
        boolean authentic = signatures.status() == ValidationStatus.VALID
                && signatures.validAs(SignerRole.AUTHOR).isPresent();
        // end

        assertThat(authentic).as(signatures.findings().toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor", "province", "sign"})
    void isWhatTheReadmeShows(String name) throws IOException {
        assertThat(readme(name)).isEqualTo(source(name));
    }

    private static String source(String name) throws IOException {
        return Files.readAllLines(SOURCE).stream()
                .dropWhile(line -> !line.strip().equals("// snippet: " + name))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end"))
                .collect(Collectors.joining("\n"))
                .stripIndent()
                .strip();
    }

    private static String readme(String name) throws IOException {
        return Files.readAllLines(README).stream()
                .dropWhile(line -> !line.equals("<!-- snippet: " + name + " -->"))
                .skip(2)
                .takeWhile(line -> !line.equals("```"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
