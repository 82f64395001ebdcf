package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.SafeText;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a package, there is a report and no exception. */
class HostilePackageProperties {

    private static final PackageValidator VALIDATOR = PackageValidator.forProfile(MetadataProfile.alliance())
            .withLimits(Limits.defaults().toBuilder().documentBytes(1 << 20).build());
    private static final List<byte[]> SEEDS = seeds();

    private static List<byte[]> seeds() {
        try (Stream<Path> files = Files.walk(Path.of("src/samples"))) {
            return files.filter(file ->
                            file.toString().endsWith(".zip") || file.toString().contains("MAN-07"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(HostilePackageProperties::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Combinators.combine(
                        Arbitraries.of(SEEDS),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.randomValue(Random::nextLong))
                .as(HostilePackageProperties::mutate);
    }

    private static byte[] mutate(byte[] seed, int count, long state) {
        Random random = new Random(state);
        byte[] bytes = seed.clone();
        for (int i = 0; i < count && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    int length = Math.min(random.nextInt(16), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    @Property(tries = 500)
    void givesAReportForEveryDamagedPackage(@ForAll("mutated") byte[] bytes) throws IOException {
        check(VALIDATOR.validate(PositionalSource.of(bytes), "damaged.zip"), bytes);
        check(VALIDATOR.validate(PositionalSource.of(bytes), "damaged.xml"), bytes);
    }

    @Provide
    Arbitrary<byte[]> withStrangeManifest() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<manifest",
                " identifier=\"a\"",
                " xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"",
                ">",
                "<metadata>",
                "</metadata>",
                "<resources xml:base=\"../\">",
                "</resources>",
                "<organizations default=\"分\">",
                "</organizations>",
                "<organization>",
                "</organization>",
                "<item identifierref=\"a\">",
                "</item>",
                "<resource identifier=\"a\" href=\"%2e%2e/%zz\">",
                "</resource>",
                "<file href=\"a\\..\\%00.html\"/>",
                "<file href=\"//x/y\"/>",
                "<dependency identifierref=\"a\"/>",
                "</manifest>",
                "<lom><general/></lom>",
                "<x:y xmlns:x=\"urn:z\"/>",
                " xsi:schemaLocation=\"a\"",
                "&#x10FFFF;",
                "\u202E",
                "<![CDATA[<]]>",
                "学盟");
        return pieces.list().ofMaxSize(40).map(list -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("imsmanifest.xml", "<manifest>" + String.join("", list));
            files.put("a.html", "<!DOCTYPE html>");
            return ManifestSamples.zip(files);
        });
    }

    @Property(tries = 300)
    void givesAReportForEveryManifest(@ForAll("withStrangeManifest") byte[] bytes) throws IOException {
        check(VALIDATOR.validate(PositionalSource.of(bytes), "strange.zip"), bytes);
    }

    private static void check(Report report, byte[] bytes) {
        assertThat(report.subject().size()).isEqualTo(bytes.length);
        assertThat(report.subject().sha256()).hasSize(64);
        for (Finding finding : report.findings()) {
            assertThat(finding.message(Locale.ENGLISH)).isNotBlank();
            assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        }
    }

    @Property(tries = 100)
    void readsTheTitleThatWasWritten(@ForAll("titles") String title) throws IOException {
        String manifest = ManifestSamples.zippedManifest()
                .replace(
                        "分数的初步认识",
                        title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        byte[] bytes = ManifestSamples.zip(Map.of("imsmanifest.xml", manifest));
        String read = VALIDATOR
                .validate(PositionalSource.of(bytes), "title.zip")
                .subject()
                .title();
        assertThat(read).isEqualTo(SafeText.argument(title.strip()));
        assertThat(bytes).contains(manifest.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.of("分", "数", " ", "<", "&", "]]>", "\"", "𠮷", "学盟", "Ａ", "z", "\u202E", "é")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces))
                .filter(title -> !title.isBlank());
    }
}
