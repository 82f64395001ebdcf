package io.xuemeng.benchmarks;

import io.xuemeng.core.asic.ContainerResult;
import io.xuemeng.core.asic.ContainerSigner;
import io.xuemeng.core.asic.ContainerVerifier;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * SM2 against bare Bouncy Castle with keys decoded and the signer initialised once; and verifying a signed package against one pass
 * that reads, inflates and hashes each byte with the digests that the package has.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
public class SignatureBenchmark {

    private static final int BUFFER = 64 * 1024;

    /** An SM2 key in both forms, and a message with its signature. */
    @State(Scope.Thread)
    public static class Sm2 {

        private final SigningKey key = SigningKey.generate(KeyType.SM2);
        private final VerificationKey verificationKey = key.verificationKey();
        private final byte[] message =
                "{\"iss\":\"https://hub.example.cn\"}".repeat(8).getBytes(StandardCharsets.UTF_8);
        private final SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        private final SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
        private byte[] signature = {};

        /** Decodes the keys for the floor. */
        @Setup(Level.Trial)
        public void setUp() throws IOException {
            byte[] id = VerificationKey.SM2_ID.getBytes(StandardCharsets.US_ASCII);
            AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(key.privateKeyInfo());
            signer.init(true, new ParametersWithID(new ParametersWithRandom(secret, new SecureRandom()), id));
            verifier.init(false, new ParametersWithID(PublicKeyFactory.createKey(verificationKey.encoded()), id));
            signature = key.sign(message);
            if (!verifyBare()) {
                throw new IllegalStateException("the two do not agree");
            }
        }

        boolean verifyBare() {
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        }
    }

    /** Signs with SM2. */
    @Benchmark
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public byte[] oursSm2Sign(Sm2 input) throws SigningException {
        return input.key.sign(input.message);
    }

    /** Signs with bare Bouncy Castle. */
    @Benchmark
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public byte[] floorSm2Sign(Sm2 input) throws CryptoException {
        input.signer.update(input.message, 0, input.message.length);
        return input.signer.generateSignature();
    }

    /** Verifies SM2. */
    @Benchmark
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public boolean oursSm2Verify(Sm2 input) {
        return input.verificationKey.verify(SignatureAlgorithm.SM2_SM3, input.message, input.signature);
    }

    /** Verifies with bare Bouncy Castle. */
    @Benchmark
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 5, time = 2)
    public boolean floorSm2Verify(Sm2 input) {
        return input.verifyBare();
    }

    /** About 500 MB, signed with P-256 and SM2. */
    @State(Scope.Benchmark)
    public static class Signed {

        private Path folder = Path.of("");
        private Path file = Path.of("");
        private ContainerVerifier one = ContainerVerifier.builder().build();
        private ContainerVerifier two = one;

        /** Writes and signs the package, and makes sure that its signatures are good ones. */
        @Setup(Level.Trial)
        public void write() throws IOException, GeneralSecurityException {
            folder = Files.createTempDirectory("xuemeng-benchmark");
            file = folder.resolve("package.zip");
            PackageFiles.writeLarge(file);
            Instant from = Instant.now().minus(Duration.ofDays(1));
            Instant until = from.plus(Duration.ofDays(30));
            DemonstrationAuthority sm2 = DemonstrationAuthority.root(KeyType.SM2, from, until);
            DemonstrationAuthority p256 = DemonstrationAuthority.root(KeyType.P_256, from, until);
            ContainerSigner.builder()
                    .signer(sm2.issue(DemonstrationRole.AUTHOR, from, until))
                    .signer(p256.issue(DemonstrationRole.AUTHOR, from, until))
                    .embed(ValidationMaterial.of(
                            List.of(),
                            List.of(sm2.revocationList(from, until), p256.revocationList(from, until)),
                            List.of()))
                    .build()
                    .sign(file);
            ContainerVerifier.Builder verifier =
                    ContainerVerifier.builder().trust(sm2.trust().and(p256.trust()));
            one = verifier.threads(1).build();
            two = verifier.threads(2).build();
            ContainerResult result = one.verify(file);
            if (result.status() != ValidationStatus.VALID) {
                throw new IllegalStateException("the benchmark's signatures are no good ones: " + result.findings());
            }
        }

        /** Deletes the package. */
        @TearDown(Level.Trial)
        public void delete() throws IOException {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** Verifies all signatures with one thread. */
    @Benchmark
    @Warmup(iterations = 1, time = 10)
    @Measurement(iterations = 3, time = 10)
    public ContainerResult oursVerify500m(Signed input) throws IOException {
        return input.one.verify(input.file);
    }

    /** Reads, inflates and hashes each byte once with SHA-256 and with SM3. */
    @Benchmark
    @Warmup(iterations = 1, time = 10)
    @Measurement(iterations = 3, time = 10)
    public void floorVerify500m(Signed input, Blackhole hole) throws IOException, NoSuchAlgorithmException {
        byte[] buffer = new byte[BUFFER];
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        MessageDigest sm3 = new SM3.Digest();
        try (ZipFile zip = new ZipFile(input.file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        sha256.update(buffer, 0, read);
                        sm3.update(buffer, 0, read);
                    }
                }
                hole.consume(sha256.digest());
                hole.consume(sm3.digest());
            }
        }
    }

    /** Verifies all signatures with two threads; held against {@link #oursVerify500m}. */
    @Benchmark
    @Warmup(iterations = 1, time = 10)
    @Measurement(iterations = 3, time = 10)
    public ContainerResult oursVerify500mWithTwoThreads(Signed input) throws IOException {
        return input.two.verify(input.file);
    }
}
