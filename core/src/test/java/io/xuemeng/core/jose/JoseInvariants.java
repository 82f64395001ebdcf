package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;

/** What the readers of tokens and keys promise for any bytes at all. */
final class JoseInvariants {

    private static final JwsVerifier GIVEN_KEYS = JwsVerifier.allowing(EnumSet.allOf(SignatureAlgorithm.class))
            .keys(JwkSet.of(
                    Jwk.of(ExampleKeys.EC).withKeyId("1"),
                    Jwk.of(ExampleKeys.ED25519).withKeyId("2")))
            .build();
    private static final JwsVerifier HEADER_KEYS = JwsVerifier.allowing(EnumSet.allOf(SignatureAlgorithm.class))
            .headerKey(key -> true)
            .build();
    private static final JwsVerifier HEADER_CERTIFICATES = JwsVerifier.allowing(EnumSet.allOf(SignatureAlgorithm.class))
            .headerCertificates(chain -> true)
            .build();

    private JoseInvariants() {}

    /** A token verifies or has findings, and what verifies is written in its one form. */
    static void holdForTokens(byte[] token) {
        for (JwsVerifier verifier : new JwsVerifier[] {GIVEN_KEYS, HEADER_KEYS, HEADER_CERTIFICATES}) {
            JwsResult result = verifier.verify(token);
            assertThat(result.findings().isEmpty()).isEqualTo(result.isVerified());
            result.findings()
                    .forEach(finding -> assertThat(finding.message(Locale.SIMPLIFIED_CHINESE))
                            .isNotBlank());
            if (result instanceof JwsResult.Verified jws) {
                String text = new String(token, StandardCharsets.ISO_8859_1);
                String[] parts = text.split("\\.", -1);
                assertThat(parts).hasSize(3);
                assertThat(Tokens.base64(jws.payload())).isEqualTo(parts[1]);
                assertThat(jws.key().permits(jws.header().algorithm())).isTrue();
            }
        }
    }

    /** Keys that are read are written and read again the same; a set and its only key are judged alike. */
    static void holdForKeys(byte[] json) {
        FindingCollector findings = new FindingCollector();
        JwkSet set = JwkReader.standard().readSet(json, findings);
        set.keys().forEach(JoseInvariants::holdForKey);
        JwkReader.standard().readKey(json, findings).ifPresent(JoseInvariants::holdForKey);
        JwkReader.standard()
                .readPrivateKey(json, findings)
                .ifPresent(key -> assertThat(key.signingKey().verificationKey())
                        .isEqualTo(key.publicKey().key()));
        findings.findings()
                .forEach(finding -> assertThat(finding.message(Locale.ENGLISH)).isNotBlank());
    }

    private static void holdForKey(Jwk key) {
        FindingCollector findings = new FindingCollector();
        assertThat(JwkReader.standard().readKey(key.toJson(), findings)).contains(key);
        assertThat(findings.findings()).isEmpty();
    }
}
