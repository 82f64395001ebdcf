package io.xuemeng.benchmarks;

import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.EntityStatementIssuer;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.StatementDraft;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.federation.TrustChainVerifier;
import io.xuemeng.identity.token.EducationClaims;
import io.xuemeng.identity.token.EducationRole;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.TokenIssuer;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
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
 * Verifying one ID token of eight claims from its text to its claims, and one trust chain of depth three. Floors verify the signature
 * alone, over bytes that lie ready, with the key decoded and the verifier initialised once. Peers use the Java platform's provider.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TokenBenchmark {

    private static final String ISSUER = "https://hub.example.cn";
    private static final String AUDIENCE = "https://platform.example.cn";
    private static final String PROVINCE = "https://province.example.cn";

    private final Token es256 = new Token(SigningKey.generate(KeyType.P_256));
    private final Token sm2 = new Token(SigningKey.generate(KeyType.SM2));
    private final Token rs256 = new Token(rsa());
    private final TokenPeers es256Peers = new TokenPeers(es256.platformKey("EC"), ISSUER, AUDIENCE);
    private final TokenPeers rs256Peers = new TokenPeers(rs256.platformKey("RSA"), ISSUER, AUDIENCE);

    private final MessageDigest sha256;
    private final ECDSASigner bareEs256 = new ECDSASigner();
    private final SM2Signer bareSm2 = new SM2Signer(PlainDSAEncoding.INSTANCE);
    private final Signature bareRs256;

    private final TrustChainVerifier chains;
    private final List<String> chain;

    /** Makes keys, tokens and a chain. */
    public TokenBenchmark() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
            this.bareRs256 = Signature.getInstance("SHA256withRSA");
            SigningKey hub = SigningKey.generate(KeyType.P_256);
            SigningKey province = SigningKey.generate(KeyType.P_256);
            SigningKey platform = SigningKey.generate(KeyType.P_256);
            this.chains = TrustChainVerifier.trusting(
                    List.of(new TrustAnchor(ISSUER, setOf(hub))), FederationProfile.standard());
            this.chain = chain(hub, province, platform);
        } catch (GeneralSecurityException | SigningException e) {
            throw new IllegalStateException("keys in memory sign", e);
        }
    }

    /** A token, what it is made of, and the verifier for it. */
    private static final class Token {

        private final SigningKey key;
        private final String text;
        private final byte[] input;
        private final byte[] signature;
        private final TokenVerifier verifier;

        Token(SigningKey key) {
            this.key = key;
            String name = Jwk.of(key).keyId().orElseThrow();
            try {
                this.text = TokenIssuer.of(ISSUER)
                        .signer(key, name)
                        .idTokenLifetime(Duration.ofDays(1))
                        .build()
                        .issue(IdToken.draft("b7Yk2mUwQ0e3n1xR5tZs8A", AUDIENCE)
                                .nonce("n-0S6_WzA2Mj")
                                .education(EducationClaims.of(EducationRole.LEARNER)));
            } catch (SigningException e) {
                throw new IllegalStateException("a key in memory signs", e);
            }
            int dot = text.lastIndexOf('.');
            this.input = text.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
            this.signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            this.verifier = TokenVerifier.forIssuer(ISSUER)
                    .keys(setOf(key))
                    .algorithms(key.algorithm())
                    .audience(AUDIENCE)
                    .build();
        }

        ECPublicKeyParameters point(ECDomainParameters curve) {
            KeyMaterial.Point point = (KeyMaterial.Point) key.verificationKey().material();
            return new ECPublicKeyParameters(
                    curve.getCurve().createPoint(new BigInteger(1, point.x()), new BigInteger(1, point.y())), curve);
        }

        PublicKey platformKey(String kind) {
            try {
                return KeyFactory.getInstance(kind)
                        .generatePublic(
                                new X509EncodedKeySpec(key.verificationKey().encoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform reads this key", e);
            }
        }
    }

    private static JwkSet setOf(SigningKey key) {
        return JwkSet.of(Jwk.of(key));
    }

    private static SigningKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return SigningKey.of(generator.generateKeyPair().getPrivate(), List.of())
                    .withAlgorithm(SignatureAlgorithm.RS256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    private static List<String> chain(SigningKey hub, SigningKey province, SigningKey platform)
            throws SigningException {
        Duration day = Duration.ofDays(1);
        EntityStatementIssuer hubIssuer = issuer(ISSUER, hub);
        return List.of(
                issuer(AUDIENCE, platform)
                        .issue(
                                StatementDraft.configuration(setOf(platform))
                                        .authorityHints(PROVINCE)
                                        .metadata(
                                                EntityMetadata.OPENID_RELYING_PARTY,
                                                RawJson.of("{\"redirect_uris\":[\"https://platform.example.cn/cb\"],"
                                                        + "\"response_types\":[\"code\"]}")),
                                day),
                issuer(PROVINCE, province).issue(StatementDraft.about(AUDIENCE, setOf(platform)), day),
                hubIssuer.issue(
                        StatementDraft.about(PROVINCE, setOf(province))
                                .metadataPolicy(RawJson.of("{\"openid_relying_party\":{\"response_types\":"
                                        + "{\"subset_of\":[\"code\"]},\"subject_type\":{\"value\":\"pairwise\"}}}")),
                        day),
                hubIssuer.issue(StatementDraft.configuration(setOf(hub)), day));
    }

    private static EntityStatementIssuer issuer(String entity, SigningKey key) {
        return EntityStatementIssuer.of(entity, key, Jwk.of(key).keyId().orElseThrow(), Clock.systemUTC());
    }

    /** Prepares the floors, and sees that every benchmark accepts its token. */
    @Setup
    public void prepare() throws Exception {
        bareEs256.init(
                false, es256.point(new ECDomainParameters(CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1))));
        bareSm2.init(
                false,
                new ParametersWithID(
                        sm2.point(new ECDomainParameters(CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1))),
                        "1234567812345678".getBytes(StandardCharsets.US_ASCII)));
        bareRs256.initVerify(rs256.platformKey("RSA"));
        boolean all = oursEs256().isAccepted()
                && oursSm2().isAccepted()
                && oursRs256().isAccepted()
                && oursTrustChain().isAccepted()
                && floorEs256()
                && floorSm2()
                && floorRs256()
                && "learner".equals(peerNimbusEs256().getStringClaim("edu_role"))
                && "learner".equals(peerNimbusRs256().getStringClaim("edu_role"))
                && "learner".equals(peerJose4jEs256().getStringClaimValue("edu_role"))
                && "learner".equals(peerJose4jRs256().getStringClaimValue("edu_role"))
                && "learner".equals(peerJavaJwtEs256().getClaim("edu_role").asString())
                && "learner".equals(peerJavaJwtRs256().getClaim("edu_role").asString())
                && "learner".equals(peerJjwtEs256().getPayload().get("edu_role"))
                && "learner".equals(peerJjwtRs256().getPayload().get("edu_role"));
        if (!all) {
            throw new IllegalStateException("one of the benchmarks does not accept its token");
        }
    }

    /** Our verifier. */
    @Benchmark
    public Verified<IdToken> oursEs256() {
        return es256.verifier.verify(es256.text);
    }

    /** Our verifier. */
    @Benchmark
    public Verified<IdToken> oursSm2() {
        return sm2.verifier.verify(sm2.text);
    }

    /** Our verifier. */
    @Benchmark
    public Verified<IdToken> oursRs256() {
        return rs256.verifier.verify(rs256.text);
    }

    /** A platform, its province and the hub, four statements: everything is verified, nothing remembered. */
    @Benchmark
    public Verified<TrustChain> oursTrustChain() {
        return chains.verify(chain);
    }

    /** Bouncy Castle over bytes that lie ready. */
    @Benchmark
    public boolean floorEs256() {
        sha256.update(es256.input);
        return bareEs256.verifySignature(
                sha256.digest(), new BigInteger(1, es256.signature, 0, 32), new BigInteger(1, es256.signature, 32, 32));
    }

    /** Bouncy Castle over bytes that lie ready. */
    @Benchmark
    public boolean floorSm2() {
        bareSm2.update(sm2.input, 0, sm2.input.length);
        return bareSm2.verifySignature(sm2.signature);
    }

    /** The Java platform over bytes that lie ready. */
    @Benchmark
    public boolean floorRs256() throws GeneralSecurityException {
        bareRs256.update(rs256.input);
        return bareRs256.verify(rs256.signature);
    }

    /** Nimbus. */
    @Benchmark
    public JWTClaimsSet peerNimbusEs256() throws ParseException, JOSEException, BadJOSEException {
        return es256Peers.nimbus(es256.text);
    }

    /** Nimbus. */
    @Benchmark
    public JWTClaimsSet peerNimbusRs256() throws ParseException, JOSEException, BadJOSEException {
        return rs256Peers.nimbus(rs256.text);
    }

    /** jose4j. */
    @Benchmark
    public JwtClaims peerJose4jEs256() throws InvalidJwtException {
        return es256Peers.jose4j(es256.text);
    }

    /** jose4j. */
    @Benchmark
    public JwtClaims peerJose4jRs256() throws InvalidJwtException {
        return rs256Peers.jose4j(rs256.text);
    }

    /** Auth0's java-jwt. */
    @Benchmark
    public DecodedJWT peerJavaJwtEs256() {
        return es256Peers.javaJwt(es256.text);
    }

    /** Auth0's java-jwt. */
    @Benchmark
    public DecodedJWT peerJavaJwtRs256() {
        return rs256Peers.javaJwt(rs256.text);
    }

    /** jjwt. */
    @Benchmark
    public Jws<Claims> peerJjwtEs256() {
        return es256Peers.jjwt(es256.text);
    }

    /** jjwt. */
    @Benchmark
    public Jws<Claims> peerJjwtRs256() {
        return rs256Peers.jjwt(rs256.text);
    }
}
