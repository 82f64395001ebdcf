package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.CertificatePathValidator;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.jose.JwsSigner;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed statements, with signatures that Nimbus made and signatures that it verifies. */
class SignedStatementsTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    private static final DemonstrationAuthority ROOT = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
    private static final DemonstrationAuthority AUTHORITY = ROOT.subordinate(DemonstrationRole.AUTHOR, FROM, UNTIL);
    private static final SigningKey RSA = AUTHORITY.issue(
            DemonstrationRole.AUTHOR,
            SigningKey.generate(KeyType.RSA).withAlgorithm(SignatureAlgorithm.RS256),
            FROM,
            UNTIL);
    private static final String STATEMENT = TestClient.statement("http://example.cn/v");

    private static HikariDataSource source;
    private static JdbcRecordStore store;

    @BeforeAll
    static void open() throws SQLException {
        source = TestDatabases.h2();
        store = JdbcRecordStore.open(source);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    private static TestClient client(SignaturePolicy policy) {
        return new TestClient(LrsEngine.builder(store)
                .signatures(policy)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build());
    }

    /** What Nimbus makes with a key, by an algorithm, with its certificates. */
    private static String nimbus(String algorithm, SigningKey key, String payload)
            throws GeneralSecurityException, JOSEException {
        List<Base64> chain = new ArrayList<>();
        for (X509Certificate certificate : key.certificates()) {
            chain.add(Base64.encode(certificate.getEncoded()));
        }
        boolean rsa = algorithm.startsWith("RS");
        PrivateKey secret = KeyFactory.getInstance(rsa ? "RSA" : "EC")
                .generatePrivate(new PKCS8EncodedKeySpec(key.privateKeyInfo()));
        JWSSigner signer = rsa ? new RSASSASigner(secret) : new ECDSASigner((ECPrivateKey) secret);
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                        .x509CertChain(chain)
                        .build(),
                new Payload(payload));
        jws.sign(signer);
        return jws.serialize();
    }

    private static String signed(String statement, String jws) {
        return statement.replaceFirst(
                "}\\s*$",
                ",\"attachments\":[{\"usageType\":\"http://adlnet.gov/expapi/attachments/signature\","
                        + "\"display\":{\"zh\":\"签名\"},\"contentType\":\"application/octet-stream\",\"length\":"
                        + jws.length() + ",\"sha2\":\"" + hash(jws) + "\"}]}");
    }

    private static String hash(String jws) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(jws.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] body(String statements, String jws) {
        return ("--b\r\nContent-Type: application/json\r\n\r\n" + statements
                        + "\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n"
                        + "X-Experience-API-Hash: " + hash(jws) + "\r\n\r\n" + jws + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static TestClient.Answer post(TestClient client, String statement, String jws) {
        return client.with("Content-Type", "multipart/mixed; boundary=b")
                .send("POST", "statements", "", body(signed(statement, jws), jws));
    }

    private static void assertStored(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void assertRefused(TestClient.Answer answer, String id) {
        assertThat(answer.text()).contains("\"requirement\":\"" + id + "\"");
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"RS256, 1.0.3", "RS384, 1.0.3", "RS512, 1.0.3", "RS256, 2.0.0", "RS384, 2.0.0", "RS512, 2.0.0"})
    void areTakenWithTheStandardsAlgorithmsAndGivenBackSoThatTheyVerifyAgain(String algorithm, String version)
            throws Exception {
        String jws = nimbus(algorithm, RSA, STATEMENT);
        TestClient client =
                client(SignaturePolicy.standard().trusting(ROOT.trust())).version(version);

        TestClient.Answer stored = post(client, STATEMENT, jws);
        assertStored(stored);

        String id = stored.text().substring(2, 38);
        TestClient.Answer answer = client.get("statements", "attachments=true&statementId=" + id);
        List<byte[]> parts = parts(answer);
        JWSObject found = JWSObject.parse(new String(parts.get(1), StandardCharsets.US_ASCII));
        X509Certificate certificate =
                X509CertUtils.parse(found.getHeader().getX509CertChain().get(0).decode());
        assertThat(found.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey())))
                .isTrue();
        Statement signed = StatementIntake.record(found.getPayload().toBytes());
        Statement fetched = StatementIntake.record(parts.get(0));
        assertThat(StatementComparison.matches(signed, fetched)).isTrue();

        // Another LRS takes it as it was given back.
        try (HikariDataSource other = TestDatabases.h2()) {
            TestClient forwarding = new TestClient(LrsEngine.builder(JdbcRecordStore.open(other))
                            .signatures(SignaturePolicy.standard().trusting(ROOT.trust()))
                            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                            .build())
                    .version(version)
                    .with("Content-Type", "multipart/mixed; boundary=b");
            assertStored(forwarding.send(
                    "POST", "statements", "", body(new String(parts.get(0), StandardCharsets.UTF_8), jws)));
        }
    }

    private static List<byte[]> parts(TestClient.Answer answer) throws IOException {
        MultipartReader reader = new MultipartReader(
                new ByteArrayInputStream(answer.body()), MultipartReader.boundary(answer.header("Content-Type")));
        List<byte[]> parts = new ArrayList<>();
        for (MultipartReader.Part part = reader.next(); part != null; part = reader.next()) {
            parts.add(part.data().readAllBytes());
        }
        return parts;
    }

    @Test
    void areTakenWithTheAlliancesAlgorithmsWhereThePlatformSaysSo() throws Exception {
        SigningKey p256 = AUTHORITY.issue(DemonstrationRole.AUTHOR, FROM, UNTIL);
        DemonstrationAuthority sm2Root = DemonstrationAuthority.root(KeyType.SM2, FROM, UNTIL);
        SigningKey sm2 = sm2Root.issue(DemonstrationRole.AUTHOR, FROM, UNTIL);
        String es256 = nimbus("ES256", p256, STATEMENT);
        String sgd = JwsSigner.with(sm2).withCertificates().build().sign(STATEMENT.getBytes(StandardCharsets.UTF_8));
        SignaturePolicy alliance = SignaturePolicy.standard()
                .withAllianceAlgorithms()
                .trusting(ROOT.trust().and(sm2Root.trust()));

        for (String jws : List.of(es256, sgd, nimbus("RS256", RSA, STATEMENT))) {
            assertStored(post(client(alliance), STATEMENT, jws));
        }
        for (String jws : List.of(es256, sgd)) {
            assertRefused(post(client(SignaturePolicy.standard()), STATEMENT, jws), "LRS-053");
        }
    }

    @Test
    void areTakenFromAnybodyWhereNobodyIsTrusted() throws Exception {
        DemonstrationAuthority stranger = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
        SigningKey key = stranger.issue(DemonstrationRole.AUTHOR, RSA.withCertificates(List.of()), FROM, UNTIL);
        assertStored(post(client(SignaturePolicy.standard()), STATEMENT, nimbus("RS256", key, STATEMENT)));
    }

    @Test
    void areRefusedWhenNoAnchorVouchesForTheSigner() throws Exception {
        DemonstrationAuthority stranger = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
        SigningKey bare = RSA.withCertificates(List.of());
        SigningKey expired = AUTHORITY.issue(DemonstrationRole.AUTHOR, bare, FROM, NOW.minusSeconds(1));
        SigningKey responder = AUTHORITY.issue(DemonstrationRole.TIMESTAMP_AUTHORITY, bare, FROM, UNTIL);
        SigningKey foreign = stranger.issue(DemonstrationRole.AUTHOR, bare, FROM, UNTIL);
        TestClient client = client(SignaturePolicy.standard().trusting(ROOT.trust()));

        for (SigningKey key : List.of(expired, responder, foreign)) {
            assertRefused(post(client, STATEMENT, nimbus("RS256", key, STATEMENT)), "LRS-057");
        }
        assertRefused(
                post(client, STATEMENT, nimbus("RS256", RSA, STATEMENT).replaceFirst("^[^.]+", header())), "LRS-057");
        TestClient none = client(SignaturePolicy.standard().trusting(TrustAnchors.none()));
        assertRefused(post(none, STATEMENT, nimbus("RS256", RSA, STATEMENT)), "LRS-057");
    }

    private static String header() {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void areJudgedByRevocationListsThatThePlatformGives() throws Exception {
        SigningKey revoked = AUTHORITY.issue(DemonstrationRole.AUTHOR, RSA.withCertificates(List.of()), FROM, UNTIL);
        AUTHORITY.revoke(revoked.certificates().get(0), NOW.minusSeconds(100), 1);
        CertificatePathValidator validator = CertificatePathValidator.trusting(ROOT.trust())
                .with(ValidationMaterial.of(
                        List.of(),
                        List.of(AUTHORITY.revocationList(NOW, UNTIL), ROOT.revocationList(NOW, UNTIL)),
                        List.of()));
        TestClient client = client(SignaturePolicy.standard().trusting(validator));

        assertStored(post(client, STATEMENT, nimbus("RS256", RSA, STATEMENT)));
        assertRefused(post(client, STATEMENT, nimbus("RS256", revoked, STATEMENT)), "LRS-057");
    }

    @Test
    void sayTheSameHoweverTheyWereWritten() throws Exception {
        String statement = "{\"actor\":{\"mbox\":\"mailto:a@example.cn\"},\"verb\":{\"id\":\"http://example.cn/v\"},"
                + "\"object\":{\"id\":\"http://example.cn/1\"},\"result\":{\"score\":{\"raw\":1.50},"
                + "\"duration\":\"PT1.239S\"},\"context\":{\"language\":\"zh-CN\"}}";
        String payload = " {\n \"object\" : {\"objectType\":\"Activity\",\"id\":\"http:\\/\\/example.cn\\/1\"},"
                + "\"context\":{\"language\":\"zh-cn\"},\"result\":{\"duration\":\"PT1.23S\",\"score\":{\"raw\":15e-1}},"
                + "\"verb\":{\"id\":\"http://example.cn/v\",\"display\":{\"zh\":\"学了\"}},"
                + "\"actor\":{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@EXAMPLE.cn\"} }\n";
        TestClient client = client(SignaturePolicy.standard());

        assertStored(post(client, statement, nimbus("RS256", RSA, payload)));
        assertRefused(post(client, statement, nimbus("RS256", RSA, payload.replace("15e-1", "16e-1"))), "LRS-055");
        assertRefused(post(client, statement, nimbus("RS256", RSA, payload.replace("学了", "\\ud800"))), "LRS-054");
    }

    @Test
    void mayHaveTheIdThatAPutGivesThem() throws Exception {
        String id = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
        String jws = nimbus("RS256", RSA, STATEMENT.replaceFirst("\\{", "{\"id\":\"" + id + "\","));
        TestClient client = client(SignaturePolicy.standard()).with("Content-Type", "multipart/mixed; boundary=b");

        assertThat(client.send("PUT", "statements", "statementId=" + id, body(signed(STATEMENT, jws), jws))
                        .status())
                .isEqualTo(204);
        String other = id.replace("aaa0", "aaa1");
        assertRefused(
                client.send("PUT", "statements", "statementId=" + other, body(signed(STATEMENT, jws), jws)), "LRS-055");
        assertRefused(client.send("POST", "statements", "", body(signed(STATEMENT, jws), jws)), "LRS-055");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areRefusedWhenOneCharacterOfTheSignatureIsAnother(long seed) throws Exception {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n";
        String jws = nimbus("RS256", RSA, STATEMENT);
        TestClient client = client(SignaturePolicy.standard());
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            StringBuilder changed = new StringBuilder(jws);
            int at = random.nextInt(jws.length());
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            if (other == jws.charAt(at)) {
                continue;
            }
            changed.setCharAt(at, other);
            assertThat(post(client, STATEMENT, changed.toString()).status())
                    .as("%s at %d", other, at)
                    .isEqualTo(400);
        }
    }

    /** Definitions are not compared, so a short statement can have a long signature, and many statements can have that one. */
    @Test
    void ofOneSignatureAreVerifiedOnceHoweverManyTheyAre() throws Exception {
        String jws = nimbus("RS256", RSA, STATEMENT);
        String one = signed(STATEMENT, jws);
        String other = one.replace("example.cn/v\"", "example.cn/w\"");
        AtomicInteger judged = new AtomicInteger();
        TestClient client = new TestClient(LrsEngine.builder(store)
                        .signatures(SignaturePolicy.standard().trusting(ROOT.trust()))
                        .clock(counting(judged))
                        .build())
                .with("Content-Type", "multipart/mixed; boundary=b");

        assertStored(client.send("POST", "statements", "", body(one, jws)));
        int once = judged.getAndSet(0);
        assertStored(client.send("POST", "statements", "", body("[" + (one + ",").repeat(99) + one + "]", jws)));

        assertThat(once).isPositive();
        assertThat(judged).as("certificates are judged by the time").hasValue(once);
        assertRefused(
                client.send("POST", "statements", "", body("[" + (one + ",").repeat(99) + other + "]", jws)),
                "LRS-055");
    }

    /** A clock that counts how often it is asked. */
    private static Clock counting(AtomicInteger asked) {
        return new Clock() {
            @Override
            public Instant instant() {
                asked.incrementAndGet();
                return NOW;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void mayHaveSignaturesOf32MiB() throws Exception {
        String long32MiB = "x".repeat(32 << 20);

        TestClient.Answer most = post(client(SignaturePolicy.standard()), STATEMENT, long32MiB);
        TestClient.Answer more = post(client(SignaturePolicy.standard()), STATEMENT, long32MiB + "x");

        assertRefused(most, "LRS-052");
        assertThat(more.status()).isEqualTo(413);
    }
}
