package io.xuemeng.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.jose.JwsSigner;
import io.xuemeng.core.jose.JwsVerifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Verifying one signed token with eight claims, from its text on. Floors verify a signature over bytes that lie ready, with the key
 * decoded and the verifier initialised once: ES256, EdDSA and SM2 with Bouncy Castle (SHA-256 from the Java platform, which is faster),
 * RS256 and PS256 with the platform. Peers use the platform's provider, their keys decoded once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class JwsBenchmark {

    private static final byte[] CLAIMS = ("{\"iss\":\"https://hub.example.cn\",\"sub\":\"b7Yk2mUwQ0e3n1xR5tZs8A\","
                    + "\"aud\":\"https://platform.example.cn\",\"exp\":1790000000,\"iat\":1789996400,\"nonce\":\"n-0S6_WzA2Mj\","
                    + "\"edu_role\":\"learner\",\"edu_org\":\"3111000001\"}")
            .getBytes(StandardCharsets.UTF_8);

    private final Token es256 = new Token(SigningKey.generate(KeyType.P_256));
    private final Token eddsa = new Token(SigningKey.generate(KeyType.ED25519));
    private final Token sm2 = new Token(SigningKey.generate(KeyType.SM2));
    private final SigningKey rsa = rsa();
    private final Token rs256 = new Token(rsa.withAlgorithm(SignatureAlgorithm.RS256));
    private final Token ps256 = new Token(rsa.withAlgorithm(SignatureAlgorithm.PS256));

    private final MessageDigest sha256 = sha256();
    private final ECDSASigner bareEs256 = new ECDSASigner();
    private final Ed25519Signer bareEddsa = new Ed25519Signer();
    private final SM2Signer bareSm2 = new SM2Signer(PlainDSAEncoding.INSTANCE);
    private final Signature bareRs256 = signature("SHA256withRSA");
    private final Signature barePs256 = signature("RSASSA-PSS");
    private final JWSVerifier nimbusEs256 = nimbus(es256);
    private final JWSVerifier nimbusRs256 = nimbus(rs256);

    /** A token, what it is made of, and the verifier for it. */
    private static final class Token {

        private final String text;
        private final byte[] input;
        private final byte[] signature;
        private final SigningKey key;
        private final JwsVerifier verifier;
        private final @Nullable PublicKey platformKey;

        Token(SigningKey key) {
            Jwk published = Jwk.of(key);
            String name = published.keyId().orElseThrow();
            try {
                this.text = JwsSigner.with(key).keyId(name).type("JWT").build().sign(CLAIMS);
            } catch (SigningException e) {
                throw new IllegalStateException("a key in memory signs", e);
            }
            int dot = text.lastIndexOf('.');
            this.input = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
            this.signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            this.key = key;
            this.verifier = JwsVerifier.allowing(key.algorithm()).key(published).build();
            this.platformKey = switch (key.algorithm().keyType()) {
                case P_256 -> platformKey("EC");
                case RSA -> platformKey("RSA");
                case SM2, ED25519 -> null;
            };
        }

        ECPublicKeyParameters point(ECDomainParameters curve) {
            KeyMaterial.Point point = (KeyMaterial.Point) key.verificationKey().material();
            return new ECPublicKeyParameters(
                    curve.getCurve().createPoint(new BigInteger(1, point.x()), new BigInteger(1, point.y())), curve);
        }

        private PublicKey platformKey(String kind) {
            try {
                return KeyFactory.getInstance(kind)
                        .generatePublic(
                                new X509EncodedKeySpec(key.verificationKey().encoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform reads this key", e);
            }
        }
    }

    private static SigningKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return SigningKey.of(generator.generateKeyPair().getPrivate(), List.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Signature signature(String algorithm) {
        try {
            return Signature.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static JWSVerifier nimbus(Token token) {
        try {
            return token.key.algorithm() == SignatureAlgorithm.ES256
                    ? new ECDSAVerifier((ECPublicKey) token.platformKey)
                    : new RSASSAVerifier((RSAPublicKey) token.platformKey);
        } catch (JOSEException e) {
            throw new IllegalStateException("Nimbus takes this key", e);
        }
    }

    /** Prepares the floors, and sees that every benchmark finds its signature right. */
    @Setup
    public void prepare() throws GeneralSecurityException, JOSEException, ParseException, JoseException {
        bareEs256.init(
                false, es256.point(new ECDomainParameters(CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1))));
        bareEddsa.init(
                false,
                new Ed25519PublicKeyParameters(
                        ((KeyMaterial.Octets) eddsa.key.verificationKey().material()).octets()));
        bareSm2.init(
                false,
                new ParametersWithID(
                        sm2.point(new ECDomainParameters(CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1))),
                        "1234567812345678".getBytes(StandardCharsets.US_ASCII)));
        bareRs256.initVerify(rs256.platformKey);
        barePs256.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        barePs256.initVerify(ps256.platformKey);
        boolean all = oursEs256().isVerified()
                && oursEdDsa().isVerified()
                && oursSm2().isVerified()
                && oursRs256().isVerified()
                && oursPs256().isVerified()
                && floorEs256()
                && floorEdDsa()
                && floorSm2()
                && floorRs256()
                && floorPs256()
                && peerEs256()
                && peerJose4jEs256()
                && peerRs256()
                && peerJose4jRs256();
        if (!all) {
            throw new IllegalStateException("one of the benchmarks does not verify its token");
        }
    }

    /** Our verifier. */
    @Benchmark
    public JwsResult oursEs256() {
        return es256.verifier.verify(es256.text);
    }

    /** Bouncy Castle over bytes that lie ready. */
    @Benchmark
    public boolean floorEs256() {
        sha256.update(es256.input);
        return bareEs256.verifySignature(
                sha256.digest(), new BigInteger(1, es256.signature, 0, 32), new BigInteger(1, es256.signature, 32, 32));
    }

    /** Nimbus. */
    @Benchmark
    public boolean peerEs256() throws ParseException, JOSEException {
        return JWSObject.parse(es256.text).verify(nimbusEs256);
    }

    /** jose4j. */
    @Benchmark
    public boolean peerJose4jEs256() throws JoseException {
        return jose4j(es256);
    }

    /** Our verifier. */
    @Benchmark
    public JwsResult oursRs256() {
        return rs256.verifier.verify(rs256.text);
    }

    /** The Java platform over bytes that lie ready. */
    @Benchmark
    public boolean floorRs256() throws GeneralSecurityException {
        bareRs256.update(rs256.input);
        return bareRs256.verify(rs256.signature);
    }

    /** Nimbus. */
    @Benchmark
    public boolean peerRs256() throws ParseException, JOSEException {
        return JWSObject.parse(rs256.text).verify(nimbusRs256);
    }

    /** jose4j. */
    @Benchmark
    public boolean peerJose4jRs256() throws JoseException {
        return jose4j(rs256);
    }

    /** Our verifier. */
    @Benchmark
    public JwsResult oursPs256() {
        return ps256.verifier.verify(ps256.text);
    }

    /** The Java platform over bytes that lie ready. */
    @Benchmark
    public boolean floorPs256() throws GeneralSecurityException {
        barePs256.update(ps256.input);
        return barePs256.verify(ps256.signature);
    }

    /** Our verifier. */
    @Benchmark
    public JwsResult oursEdDsa() {
        return eddsa.verifier.verify(eddsa.text);
    }

    /** Bouncy Castle over bytes that lie ready. */
    @Benchmark
    public boolean floorEdDsa() {
        bareEddsa.update(eddsa.input, 0, eddsa.input.length);
        return bareEddsa.verifySignature(eddsa.signature);
    }

    /** Our verifier. */
    @Benchmark
    public JwsResult oursSm2() {
        return sm2.verifier.verify(sm2.text);
    }

    /** Bouncy Castle over bytes that lie ready. */
    @Benchmark
    public boolean floorSm2() {
        bareSm2.update(sm2.input, 0, sm2.input.length);
        return bareSm2.verifySignature(sm2.signature);
    }

    private static boolean jose4j(Token token) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(token.text);
        jws.setKey(token.platformKey);
        return jws.verifySignature();
    }
}
