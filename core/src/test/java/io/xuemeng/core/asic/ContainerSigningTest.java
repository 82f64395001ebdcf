package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.FixedKeys;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.zip.PathRequirement;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerSigningTest {

    private static final byte[] PLAIN = Packages.zip(Packages.plain());

    @TempDir
    private Path folder;

    @Test
    void signsWithEveryKindOfKey() {
        for (KeyType type : KeyType.values()) {
            Signer root = type == KeyType.SM2 ? DemoPki.SM2_ROOT : DemoPki.ROOT;
            Signer signer = DemoPki.issued("signer " + type, SigningKey.generate(type), root);
            byte[] container = Packages.sign(
                    PLAIN,
                    ContainerSigner.builder()
                            .signer(signer)
                            .embed(DemoPki.lists(DemoPki.LIST, DemoPki.SM2_LIST))
                            .clock(DemoPki.SIGNING));
            // The other authority's list is embedded too, and known by its anchor.
            ContainerResult result = Packages.verify(container, DemoPki.verifier());
            assertThat(result.status()).as("%s %s", type, result).isEqualTo(ValidationStatus.VALID);
        }
    }

    @Test
    void anEmptyDirectoryIsAddedWhereItStands() {
        for (Map.Entry<String, SignatureRequirement> added : Map.of(
                        "content/empty/", SignatureRequirement.NOTHING_ADDED,
                        "META-INF/empty/", SignatureRequirement.NOTHING_ADDED_IN_META_INF)
                .entrySet()) {
            byte[] edited = Packages.edit(
                    Packages.sign(PLAIN, DemoPki.author()), files -> files.put(added.getKey(), new byte[0]));
            assertThat(Packages.verify(edited, DemoPki.verifier()).findings())
                    .extracting(Finding::requirement)
                    .containsOnly(added.getValue());
        }
    }

    @Test
    void signsAFileInPlaceAndKeepsItsPermissions() throws IOException {
        Path file = folder.resolve("课件.zip");
        Files.write(file, PLAIN);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        SignedFiles signed = DemoPki.author().build().sign(file);
        assertThat(signed.manifest()).isEqualTo("META-INF/ASiCManifest001.xml");
        assertThat(signed.signatures()).containsExactly("META-INF/signature001.p7s", "META-INF/sm2/seal001.der");
        assertThat(DemoPki.verifier().build().verify(file).status()).isEqualTo(ValidationStatus.VALID);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(filesIn(folder)).containsExactly("课件.zip");
    }

    @Test
    void leavesTheFileAsItWasWhenSigningFails() throws IOException {
        Path file = folder.resolve("a.zip");
        Files.write(file, PLAIN);
        ContainerSigner signer = DemoPki.author()
                .timestamps(data -> {
                    throw new IOException("no answer");
                })
                .build();
        assertThatThrownBy(() -> signer.sign(file))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer");
        assertThat(file).hasBinaryContent(PLAIN);
        assertThat(filesIn(folder)).containsExactly("a.zip");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void copiesCompressedDataAsItIs() throws IOException {
        byte[] container = Packages.sign(PLAIN, DemoPki.author());
        try (ZipArchive before = open(PLAIN);
                ZipArchive after = open(container)) {
            for (ZipEntry entry : before.entries()) {
                ZipEntry copy = after.find(entry.path()).orElseThrow();
                assertThat(copy.compressedSize()).isEqualTo(entry.compressedSize());
                assertThat(copy.crc()).isEqualTo(entry.crc());
                assertThat(copy.lastModified()).isEqualTo(entry.lastModified());
            }
            assertThat(after.entries().get(0).path()).isEqualTo("mimetype");
            assertThat(new String(container, 30, 39, StandardCharsets.US_ASCII))
                    .isEqualTo("mimetypeapplication/vnd.etsi.asic-e+zip");
        }
    }

    private static ZipArchive open(byte[] bytes) throws IOException {
        return ZipArchive.open(PositionalSource.of(bytes), Limits.defaults(), finding -> {});
    }

    @Test
    void writesNamesThatWereInGbkInUtf8() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setEncoding("GBK");
            zip.setUseLanguageEncodingFlag(false);
            zip.putArchiveEntry(new ZipArchiveEntry("课件/第一课.html"));
            zip.write(Packages.bytes("<p>分数</p>"));
            zip.closeArchiveEntry();
        }
        assertThat(out.toByteArray()).contains("第一课".getBytes(Charset.forName("GBK")));
        byte[] container = Packages.sign(out.toByteArray(), DemoPki.author());
        ContainerResult result = Packages.verify(container, DemoPki.verifier());
        assertThat(result.archiveFindings()).isEmpty();
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
        assertThat(result.signatures().get(0).covers("课件/第一课.html")).isTrue();
    }

    @Test
    void andVerifiesNamesThatSomebodyTurnsIntoGbkAgain() throws IOException {
        byte[] container = Packages.sign(PLAIN, DemoPki.author());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setEncoding("GBK");
            zip.setUseLanguageEncodingFlag(false);
            for (Map.Entry<String, byte[]> file : Packages.unzip(container).entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        }
        ContainerResult result = Packages.verify(out.toByteArray(), DemoPki.verifier());
        assertThat(result.archiveFindings())
                .extracting(Finding::requirement)
                .containsOnly(PathRequirement.NAME_IN_GB18030);
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void refusesToSignWhatReadersWouldSeeDifferently() {
        Map<String, byte[]> files = new LinkedHashMap<>(Packages.plain());
        files.put("IMSMANIFEST-xml", new byte[1]);
        byte[] doubled = new String(Packages.zip(files), StandardCharsets.ISO_8859_1)
                .replace("IMSMANIFEST-xml", "imsmanifest.xml")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(
                        () -> DemoPki.author().build().sign(PositionalSource.of(doubled), new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        UnsignableContainerException.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::requirement)
                                .contains(PathRequirement.DUPLICATE));
    }

    @Test
    void refusesToSignAnArchiveOfAnotherFormat() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", Packages.bytes("application/epub+zip"));
        files.putAll(Packages.plain());
        assertThatThrownBy(() -> DemoPki.author()
                        .build()
                        .sign(PositionalSource.of(Packages.zip(files)), new ByteArrayOutputStream()))
                .isInstanceOf(UnsignableContainerException.class)
                .hasMessageContaining("mimetype");
    }

    @Test
    void refusesTwoSignersOfOneForm() {
        assertThatThrownBy(() -> DemoPki.author().signer(DemoPki.REVIEWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContainerSigner.builder().signer(FixedKeys.p256("no certificate")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContainerSigner.builder().build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesASourceOpenThatItWasGiven() throws IOException {
        byte[] container = Packages.reviewed();
        boolean[] closed = {false};
        PositionalSource source = new PositionalSource() {
            @Override
            public long size() {
                return container.length;
            }

            @Override
            public int read(ByteBuffer target, long position) throws IOException {
                return PositionalSource.of(container).read(target, position);
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        DemoPki.verifier().build().verify(source);
        assertThat(closed[0]).isFalse();
    }
}
