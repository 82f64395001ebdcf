package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What holds for any bytes in the place of a signature or a manifest: a result, never an exception, and a reason when it is not valid. */
final class ContainerInvariants {

    private static final Map<String, byte[]> FILES =
            Packages.unzip(Forge.container(manifest -> TimestampSamples.stamped(
                    Forge.authors(manifest),
                    signature -> TimestampSamples.token(DemoPki.TIMESTAMPER, signature)
                            .build())));

    private ContainerInvariants() {}

    static void holdForSignatures(byte[] signature) {
        hold(Forge.SIGNATURE, signature);
    }

    static void holdForManifests(byte[] manifest) {
        hold(Forge.MANIFEST, manifest);
    }

    private static void hold(String path, byte[] bytes) {
        byte[] container = Packages.edit(Packages.zip(FILES), files -> files.put(path, bytes));
        ContainerResult result = Packages.verify(container, DemoPki.verifier());
        if (result.status() == ValidationStatus.VALID) {
            // Somebody else's signature over the same manifest is good too.
            assertThat(path.equals(Forge.SIGNATURE) || Arrays.equals(bytes, FILES.get(path)))
                    .isTrue();
        } else {
            assertThat(result.findings()).isNotEmpty();
        }
        for (Finding finding : result.findings()) {
            assertThat(finding.message(Locale.ENGLISH)).isNotBlank();
            assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        }
        for (SignatureResult signature : result.signatures()) {
            assertThat(signature.toString()).contains(signature.status().name());
        }
    }

    /** The signature and the manifest that are right. */
    static byte[] right(String path) {
        byte[] bytes = FILES.get(path);
        return Arrays.copyOf(bytes, bytes.length);
    }
}
