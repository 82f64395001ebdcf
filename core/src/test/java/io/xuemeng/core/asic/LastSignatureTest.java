package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.requirement.Finding;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody has signed can change: in the last signature's message that is what it says unsigned, and which of its two values an ECDSA
 * signature has. It is the same signer's signature over the same manifest all the same, and with the next signature nothing can change.
 */
class LastSignatureTest {

    private static final byte[] ORIGINAL = Forge.container(LastSignatureTest::stamped);

    private static byte[] stamped(byte[] manifest) {
        return TimestampSamples.stamped(
                Forge.authors(manifest),
                signature ->
                        TimestampSamples.token(DemoPki.TIMESTAMPER, signature).build());
    }

    static Map<String, Function<byte[], byte[]>> messages() {
        return Map.of(
                "without its timestamp", manifest -> Forge.authors(manifest).build(),
                "with another list",
                        manifest -> Forge.authors(manifest)
                                .embed(DemoPki.lists(DemoPki.TIMESTAMP_LIST))
                                .build(),
                "with another certificate",
                        manifest -> Forge.authors(manifest)
                                .embed(DemoPki.material(DemoPki.REVIEWER.certificates()))
                                .build(),
                "with the other value",
                        manifest -> Forge.message(new OtherValue(DemoPki.AUTHOR), manifest)
                                .embed(DemoPki.lists(DemoPki.LIST))
                                .build());
    }

    static List<String> changes() {
        return List.copyOf(messages().keySet());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isTheSameSignersOverTheSameManifestWhateverElseItsMessageSays(String change) {
        byte[] changed = changed(ORIGINAL, change);
        assertThat(Packages.unzip(changed).get(Forge.SIGNATURE))
                .isNotEqualTo(Packages.unzip(ORIGINAL).get(Forge.SIGNATURE));

        ContainerResult result = Packages.verify(changed, DemoPki.verifier());

        assertThat(result.status()).as("%s", result.findings()).isEqualTo(ValidationStatus.VALID);
        SignatureResult signature = result.signatures().get(0);
        SignatureResult before =
                Packages.verify(ORIGINAL, DemoPki.verifier()).signatures().get(0);
        assertThat(signature.signer()).isEqualTo(before.signer());
        assertThat(signature.signingTime()).isEqualTo(before.signingTime());
        assertThat(signature.claimedRoles()).isEqualTo(before.claimedRoles());
        assertThat(signature.manifest()).isEqualTo(before.manifest());
        assertThat(signature.covers(Packages.PAGE)).isTrue();
        assertThat(signature.provenTime()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void cannotChangeOnceThereIsALaterOne(String change) {
        byte[] changed = changed(Packages.sign(ORIGINAL, DemoPki.reviewer()), change);

        ContainerResult result = Packages.verify(changed, DemoPki.verifier());

        assertThat(result.status()).isEqualTo(ValidationStatus.INVALID);
        assertThat(result.findings()).extracting(Finding::id).containsOnly("SIG-008");
    }

    private static byte[] changed(byte[] container, String change) {
        return Packages.edit(
                container,
                files -> files.put(Forge.SIGNATURE, messages().get(change).apply(files.get(Forge.MANIFEST))));
    }

    /** Of r and s, s is what it lacks to the order of the curve: that is a signature too, which anybody can compute. */
    private record OtherValue(Signer signer) implements Signer {

        private static final BigInteger ORDER =
                new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);

        @Override
        public SignatureAlgorithm algorithm() {
            return signer.algorithm();
        }

        @Override
        public VerificationKey verificationKey() {
            return signer.verificationKey();
        }

        @Override
        public List<X509Certificate> certificates() {
            return signer.certificates();
        }

        @Override
        public byte[] sign(byte[] message) throws SigningException {
            byte[] value = signer.sign(message);
            byte[] other = ORDER.subtract(new BigInteger(1, value, 32, 32)).toByteArray();
            for (int i = 0; i < 32; i++) {
                int from = other.length - 32 + i;
                value[32 + i] = from < 0 ? 0 : other[from];
            }
            return value;
        }
    }
}
