package io.xuemeng.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Holds signatures against the Java platform and against Bouncy Castle's JCA, which this library does not go through. */
class SignaturesTest {

    private static final Map<SignatureAlgorithm, SigningKey> KEYS = keys();

    private static Map<SignatureAlgorithm, SigningKey> keys() {
        Map<KeyType, SigningKey> byType = new EnumMap<>(KeyType.class);
        for (KeyType type : KeyType.values()) {
            byType.put(type, SigningKey.generate(type));
        }
        Map<SignatureAlgorithm, SigningKey> keys = new EnumMap<>(SignatureAlgorithm.class);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            keys.put(algorithm, byType.get(algorithm.keyType()).withAlgorithm(algorithm));
        }
        return keys;
    }

    @Provide
    Arbitrary<SignatureAlgorithm> algorithms() {
        return Arbitraries.of(SignatureAlgorithm.class);
    }

    private static Signature oracle(SignatureAlgorithm algorithm) throws Exception {
        return switch (algorithm) {
            case SM2_SM3 -> Signature.getInstance("SM3withSM2", BouncyCastle.provider());
            case ES256 -> Signature.getInstance("SHA256withECDSA", "SunEC");
            case ED25519 -> Signature.getInstance("Ed25519", "SunEC");
            case PS256 -> {
                Signature pss = Signature.getInstance("SHA256withRSAandMGF1", BouncyCastle.provider());
                pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                yield pss;
            }
            case RS256 -> Signature.getInstance("SHA256withRSA", BouncyCastle.provider());
            case RS384 -> Signature.getInstance("SHA384withRSA", BouncyCastle.provider());
            case RS512 -> Signature.getInstance("SHA512withRSA", BouncyCastle.provider());
        };
    }

    private static PublicKey oracleKey(SignatureAlgorithm algorithm, SigningKey key) throws Exception {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(key.verificationKey().encoded());
        return switch (algorithm) {
            case ES256 -> KeyFactory.getInstance("EC", "SunEC").generatePublic(spec);
            case ED25519 -> KeyFactory.getInstance("Ed25519", "SunEC").generatePublic(spec);
            case SM2_SM3 ->
                KeyFactory.getInstance("EC", BouncyCastle.provider()).generatePublic(spec);
            default -> KeyFactory.getInstance("RSA", BouncyCastle.provider()).generatePublic(spec);
        };
    }

    private static boolean isEc(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ES256 || algorithm == SignatureAlgorithm.SM2_SM3;
    }

    @Property(tries = 60)
    void whatIsSignedVerifiesHereAndElsewhere(
            @ForAll("algorithms") SignatureAlgorithm algorithm, @ForAll byte[] message) throws Exception {
        SigningKey key = KEYS.get(algorithm);

        byte[] signature = key.sign(message);

        assertThat(key.verificationKey().verify(algorithm, message, signature)).isTrue();
        Signature oracle = oracle(algorithm);
        oracle.initVerify(oracleKey(algorithm, key));
        oracle.update(message);
        assertThat(oracle.verify(isEc(algorithm) ? EcSignatures.toDer(signature) : signature))
                .isTrue();
    }

    @Property(tries = 60)
    void noSignatureWithAnotherBitVerifies(
            @ForAll("algorithms") SignatureAlgorithm algorithm,
            @ForAll byte[] message,
            @ForAll @IntRange(max = 5000) int bit)
            throws Exception {
        SigningKey key = KEYS.get(algorithm);
        byte[] signature = key.sign(message);

        signature[bit / 8 % signature.length] ^= (byte) (1 << bit % 8);

        assertThat(key.verificationKey().verify(algorithm, message, signature)).isFalse();
        // And the key is none the worse for it.
        assertThat(key.verificationKey().verify(algorithm, message, key.sign(message)))
                .isTrue();
    }

    @Property(tries = 60)
    void noOtherMessageVerifies(
            @ForAll("algorithms") SignatureAlgorithm algorithm, @ForAll byte[] message, @ForAll byte[] other)
            throws Exception {
        Assume.that(!Arrays.equals(message, other));
        SigningKey key = KEYS.get(algorithm);

        assertThat(key.verificationKey().verify(algorithm, other, key.sign(message)))
                .isFalse();
    }

    @Test
    void signaturesOfAnyWrongFormAreFalseAndNoException() throws Exception {
        byte[] message = {1};
        for (Map.Entry<SignatureAlgorithm, SigningKey> entry : KEYS.entrySet()) {
            VerificationKey key = entry.getValue().verificationKey();
            byte[] signature = entry.getValue().sign(message);
            byte[] ones = new byte[signature.length];
            Arrays.fill(ones, (byte) 0xFF);
            for (byte[] wrong : List.of(
                    new byte[0],
                    new byte[1],
                    new byte[signature.length],
                    ones,
                    Arrays.copyOf(signature, signature.length - 1),
                    Arrays.copyOf(signature, signature.length + 1),
                    new byte[100_000])) {
                assertThat(key.verify(entry.getKey(), message, wrong))
                        .as("%s, %d bytes", entry.getKey(), wrong.length)
                        .isFalse();
            }
            assertThat(key.verify(entry.getKey(), message, signature)).isTrue();
        }
    }

    @Test
    void oneKeyServesManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (SignatureAlgorithm algorithm : List.of(SignatureAlgorithm.SM2_SM3, SignatureAlgorithm.PS256)) {
                SigningKey key = KEYS.get(algorithm);
                List<Callable<Boolean>> tasks = IntStream.range(0, 64)
                        .mapToObj(i -> (Callable<Boolean>) () -> {
                            byte[] message = {(byte) i};
                            byte[] signature = key.sign(message);
                            return key.verificationKey().verify(algorithm, message, signature)
                                    && !key.verificationKey().verify(algorithm, new byte[] {(byte) (i + 1)}, signature);
                        })
                        .toList();
                for (Future<Boolean> outcome : threads.invokeAll(tasks)) {
                    assertThat(outcome.get()).isTrue();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anAlgorithmOfAnotherKindOfKeyIsRefused() throws Exception {
        SigningKey sm2 = KEYS.get(SignatureAlgorithm.SM2_SM3);

        assertThatThrownBy(() -> sm2.withAlgorithm(SignatureAlgorithm.ES256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ES256");
        assertThatThrownBy(() -> sm2.verificationKey().verify(SignatureAlgorithm.RS256, new byte[1], new byte[64]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RS256");
    }

    @Property
    void bothFormsOfACurvesSignatureSayTheSame(@ForAll("raw") byte[] raw) {
        assertThat(EcSignatures.toRaw(EcSignatures.toDer(raw))).isEqualTo(raw);
    }

    @Provide
    Arbitrary<byte[]> raw() {
        return Arbitraries.bytes().array(byte[].class).ofSize(EcSignatures.RAW_BYTES);
    }

    @Test
    void derThatIsNotTheOneFormIsRefused() {
        byte[] der = EcSignatures.toDer(new byte[EcSignatures.RAW_BYTES]);
        byte[] longer = Arrays.copyOf(der, der.length + 1);
        byte[] negative = {0x30, 6, 2, 1, (byte) 0x80, 2, 1, 1};
        byte[] padded = {0x30, 7, 2, 2, 0, 1, 2, 1, 1};
        byte[] indefinite = {0x30, (byte) 0x80, 2, 1, 1, 2, 1, 1, 0, 0};
        for (byte[] wrong : List.of(new byte[0], longer, negative, padded, indefinite, new byte[] {4, 1, 0})) {
            assertThatThrownBy(() -> EcSignatures.toRaw(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
