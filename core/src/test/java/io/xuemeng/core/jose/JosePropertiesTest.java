package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** What holds of every token, key and text. */
class JosePropertiesTest {

    private static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.+/ \n\u0000é学";

    @Provide
    Arbitrary<SignatureAlgorithm> algorithms() {
        return Arbitraries.of(SignatureAlgorithm.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .withCharRange('\u0000', '\uD7FF')
                .withChars('\u202E', '"', '\\', '/');
    }

    @Property(tries = 150)
    void whatIsSignedVerifiesAndComesBackWhole(
            @ForAll("algorithms") SignatureAlgorithm algorithm,
            @ForAll("texts") String keyId,
            @ForAll("texts") String type,
            @ForAll("texts") String name,
            @ForAll @Size(max = 300) byte[] payload)
            throws SigningException {
        RawJson member = RawJson.of(new String(JsonWriter.compact(out -> out.value(type)), StandardCharsets.UTF_8));
        String own = "x-" + name;
        String token = JwsSigner.with(Tokens.key(algorithm))
                .keyId(keyId)
                .type(type)
                .member(own, member)
                .build()
                .sign(payload);
        JwsVerifier verifier = JwsVerifier.allowing(algorithm)
                .key(Jwk.of(Tokens.key(algorithm)).withKeyId(keyId))
                .build();
        Statistics.label("algorithm").collect(algorithm);
        assertThat(verifier.verify(token)).isInstanceOfSatisfying(JwsResult.Verified.class, jws -> {
            assertThat(jws.payload()).isEqualTo(payload);
            assertThat(jws.header().keyId()).contains(keyId);
            assertThat(jws.header().type()).contains(type);
            assertThat(jws.header().member(own)).contains(member);
        });
    }

    @Property(tries = 1500)
    void noTokenWithOneCharacterChangedVerifies(
            @ForAll("algorithms") SignatureAlgorithm algorithm,
            @ForAll @IntRange(max = 10_000) int place,
            @ForAll @IntRange(max = 200) int character,
            @ForAll @IntRange(max = 2) int kind)
            throws SigningException {
        Fixed fixed = Fixed.of(algorithm);
        String token = fixed.token();
        int at = place % token.length();
        char other = CHARACTERS.charAt(character % CHARACTERS.length());
        String changed = switch (kind) {
            case 0 -> token.substring(0, at) + other + token.substring(at + 1);
            case 1 -> token.substring(0, at) + other + token.substring(at);
            default -> token.substring(0, at) + token.substring(at + 1);
        };
        // The same verifier all along, so that it knows the header.
        assertThat(fixed.verifier().verify(token).isVerified()).isTrue();
        assertThat(fixed.verifier().verify(changed).isVerified()).as(changed).isEqualTo(changed.equals(token));
    }

    /** One token and one verifier for each algorithm. */
    private record Fixed(String token, JwsVerifier verifier) {

        private static final Map<SignatureAlgorithm, Fixed> ALL = new EnumMap<>(SignatureAlgorithm.class);

        static Fixed of(SignatureAlgorithm algorithm) throws SigningException {
            Fixed fixed = ALL.get(algorithm);
            if (fixed == null) {
                Jwk key = Jwk.of(Tokens.key(algorithm)).withKeyId("1");
                fixed = new Fixed(
                        JwsSigner.with(Tokens.key(algorithm)).keyId("1").build().sign(Tokens.PAYLOAD),
                        JwsVerifier.allowing(algorithm).key(key).build());
                ALL.put(algorithm, fixed);
            }
            return fixed;
        }
    }

    @Property(tries = 5000)
    void base64urlHasOneSpellingForEachSequenceOfBytes(@ForAll("encodings") String text) {
        byte[] ours = Base64Url.decode(text);
        byte[] lenient;
        try {
            lenient = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            lenient = null;
        }
        boolean canonical = lenient != null && Tokens.base64(lenient).equals(text);
        Statistics.label("canonical").collect(canonical);
        if (canonical) {
            assertThat(ours).isEqualTo(lenient);
        } else {
            assertThat(ours).isNull();
        }
    }

    @Provide
    Arbitrary<String> encodings() {
        Arbitrary<String> any = Arbitraries.strings().withChars(CHARACTERS).ofMaxLength(12);
        Arbitrary<String> alphabet =
                Arbitraries.strings().withChars(CHARACTERS.substring(0, 64)).ofMaxLength(12);
        return Arbitraries.oneOf(any, alphabet);
    }

    @Property(tries = 100)
    void aKeyComesBackFromItsJson(@ForAll("algorithms") SignatureAlgorithm algorithm, @ForAll("texts") String keyId) {
        Jwk key = Jwk.of(Tokens.key(algorithm)).withKeyId(keyId);
        FindingCollector findings = new FindingCollector();
        assertThat(JwkReader.standard().readKey(key.toJson(), findings)).contains(key);
        assertThat(JwkReader.standard().readSet(JwkSet.of(key).toJson(), findings))
                .isEqualTo(JwkSet.of(key));
        assertThat(findings.findings()).isEmpty();
    }
}
