package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a container says what it is, and that this cannot be added unseen. */
class MimeTypeTest {

    private static final byte[] IN_COMMENT =
            Packages.sign(Packages.zip(Packages.plain()), DemoPki.author().mimeType(MimeTypePlace.COMMENT));

    /** Packed again, which loses the comment. */
    private static final byte[] NOWHERE = Packages.edit(IN_COMMENT, files -> {});

    @Test
    void isNotAddedByALaterSignerBecauseTheFirstHasNotSignedIt() {
        byte[] reviewed = Packages.sign(NOWHERE, DemoPki.reviewer());

        assertThat(Packages.unzip(reviewed)).doesNotContainKey(ContainerPaths.MIME_TYPE_ENTRY);
        assertThat(new String(reviewed, StandardCharsets.ISO_8859_1)).endsWith("mimetype=" + ContainerPaths.MIME_TYPE);
        ContainerResult result = Packages.verify(reviewed, DemoPki.verifier());
        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void cannotBeAddedByAnybodyElse() {
        for (byte[] container : new byte[][] {IN_COMMENT, NOWHERE}) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put(ContainerPaths.MIME_TYPE_ENTRY, Packages.bytes(ContainerPaths.MIME_TYPE));
            files.putAll(Packages.unzip(container));

            ContainerResult result = Packages.verify(Packages.zip(files), DemoPki.verifier());

            assertThat(result.status()).isEqualTo(ValidationStatus.INVALID);
            assertThat(result.findings()).extracting(Finding::id).containsOnly("SIG-009");
        }
    }

    /** Others need not sign it, and one that says anything else would be a fault. */
    @Test
    void mayBeAddedWhereTheManifestDoesNotNameItself() {
        byte[] container = Forge.container(
                manifest -> manifest.replaceAll("(?s)<asic:ASiCManifestExtensions>.*</asic:ASiCManifestExtensions>", "")
                        .replaceFirst(
                                "(?s)<asic:DataObjectReference URI=\"mimetype\".*?</asic:DataObjectReference>", ""),
                manifest -> Forge.authors(manifest).build());

        for (byte[] each : new byte[][] {container, Packages.edit(container, files -> files.remove("mimetype"))}) {
            assertThat(Packages.verify(each, DemoPki.verifier()).status()).isEqualTo(ValidationStatus.VALID);
        }
        byte[] renamed = Packages.edit(
                container, files -> files.put("META-INF/ASiCManifest002.xml", files.remove(Forge.MANIFEST)));
        assertThat(Packages.verify(renamed, DemoPki.verifier()).status()).isEqualTo(ValidationStatus.VALID);
        byte[] reviewed = Packages.edit(
                Packages.sign(container, DemoPki.reviewer()),
                files -> files.put("META-INF/ASiCManifest003.xml", files.remove(Forge.MANIFEST)));
        assertThat(Packages.verify(reviewed, DemoPki.verifier()).status()).isEqualTo(ValidationStatus.INVALID);
    }
}
