package io.xuemeng.core.crypto.timestamp;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.FROM;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.CertificatePathValidator;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.crypto.demonstration.DemonstrationTimestampAuthority;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimestampTest {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final byte[] DATA = "签名".getBytes(StandardCharsets.UTF_8);

    private final DemonstrationAuthority root = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);

    private static TimestampAuthority authority(DemonstrationAuthority root, SigningKey key)
            throws GeneralSecurityException {
        return new DemonstrationTimestampAuthority(
                key,
                ValidationMaterial.of(List.of(), List.of(root.revocationList(FROM, UNTIL)), List.of()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private TimestampAuthority authority() throws GeneralSecurityException {
        return authority(root, root.issue(DemonstrationRole.TIMESTAMP_AUTHORITY, FROM, UNTIL));
    }

    private static TimestampResult verify(DemonstrationAuthority root, byte[] token, byte[] data) {
        return TimestampVerifier.with(CertificatePathValidator.trusting(root.trust()))
                .verify(token, data, ValidationMaterial.none(), NOW.plusSeconds(60), Location.unknown());
    }

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P_256", "RSA", "ED25519"})
    void asksForATimestampAndVerifiesIt(KeyType type) throws Exception {
        boolean sm2 = type == KeyType.SM2;
        DemonstrationAuthority issuer = sm2 ? DemonstrationAuthority.root(KeyType.SM2, FROM, UNTIL) : root;
        SigningKey key = issuer.issue(DemonstrationRole.TIMESTAMP_AUTHORITY, SigningKey.generate(type), FROM, UNTIL);
        byte[] token = TimestampClient.of(authority(issuer, key), sm2 ? DigestAlgorithm.SM3 : DigestAlgorithm.SHA_256)
                .timestamp(DATA);
        TimestampResult result = verify(issuer, token, DATA);
        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
        assertThat(result.time()).contains(NOW);
        assertThat(result.accuracy()).isEqualTo(Duration.ofSeconds(1));
        assertThat(result.authority()).contains(key.certificates().get(0));
        assertThat(verify(issuer, token, new byte[1]).findings())
                .extracting(Finding::requirement)
                .containsExactly(TimestampRequirement.IMPRINT);
    }

    /** Bouncy Castle's own validation is the judge of what our authority answers. */
    @Test
    void answersWhatBouncyCastleFindsRight() throws Exception {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                new ASN1ObjectIdentifier(DigestAlgorithm.SHA_256.oid()),
                DigestAlgorithm.SHA_256.digest(DATA),
                BigInteger.TEN);
        TimeStampResponse response = new TimeStampResponse(authority().respond(request.getEncoded()));
        response.validate(request);
        TimeStampToken token = response.getTimeStampToken();
        X509CertificateHolder holder = new X509CertificateHolder(
                verify(root, token.getEncoded(), DATA).authority().orElseThrow().getEncoded());
        token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(holder));
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() throws GeneralSecurityException {
        TimestampAuthority right = authority();
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimestampAuthority replaying = request -> right.respond(generator
                .generate(new ASN1ObjectIdentifier(DigestAlgorithm.SHA_256.oid()), DigestAlgorithm.SHA_256.digest(DATA))
                .getEncoded());
        assertThatThrownBy(() ->
                        TimestampClient.of(replaying, DigestAlgorithm.SHA_256).timestamp(DATA))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(TSPException.class);
        assertThatThrownBy(() -> TimestampClient.of(request -> new byte[] {1}, DigestAlgorithm.SHA_256)
                        .timestamp(DATA))
                .isInstanceOf(IOException.class);
    }

    @Test
    void asksOverHttpAndFollowsNoRedirect() throws Exception {
        TimestampAuthority right = authority();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsa", exchange -> {
            byte[] answer = right.respond(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/tsa");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[1 << 16];
            for (int i = 0; i < 32; i++) {
                exchange.getResponseBody().write(piece);
            }
            exchange.close();
        });
        server.start();
        try {
            String origin = "http://127.0.0.1:" + server.getAddress().getPort();
            byte[] token = TimestampClient.of(
                            HttpTimestampAuthority.at(URI.create(origin + "/tsa")), DigestAlgorithm.SHA_256)
                    .timestamp(DATA);
            assertThat(verify(root, token, DATA).status()).isEqualTo(ValidationStatus.VALID);
            for (String path : List.of("/moved", "/endless", "/missing")) {
                assertThatThrownBy(() -> HttpTimestampAuthority.at(URI.create(origin + path))
                                .respond(new byte[1]))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(path);
            }
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> HttpTimestampAuthority.at(URI.create("file:///tmp/x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
