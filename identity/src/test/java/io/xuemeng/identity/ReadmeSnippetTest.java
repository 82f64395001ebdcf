package io.xuemeng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.token.EducationClaims;
import io.xuemeng.identity.token.EducationRole;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.TokenIssuer;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says about identity is compiled and run, so that it cannot lie. */
class ReadmeSnippetTest {

    private static final String SOURCE = "src/test/java/io/xuemeng/identity/ReadmeSnippetTest.java";

    @Test
    void issuesATokenAndVerifiesIt() throws Exception {
        SigningKey key = SigningKey.generate(KeyType.P_256);
        JwkSet keys = JwkSet.of(Jwk.of(key).withKeyId("2026-09"));
        String pairwiseSubject = "a7f3-9c";
        String nonce = "n-1";
        List<String> signedIn = new ArrayList<>();

        // snippet: identity
        var issuer =
                TokenIssuer.of("https://hub.example.cn").signer(key, "2026-09").build();
        String token = issuer.issue(IdToken.draft(pairwiseSubject, "https://platform.example.cn")
                .nonce(nonce)
                .education(EducationClaims.of(EducationRole.TEACHER).withOrganization(InstitutionId.of("2111000001"))));

        var verifier = TokenVerifier.forIssuer("https://hub.example.cn") // make one, share it between threads
                .keys(keys) // or RemoteJwkSource.forIssuer(…).build(), which fetches and renews them
                .audience("https://platform.example.cn")
                .replayGuard(MemoryReplayGuard.create())
                .build();
        Verified<IdToken> verified = verifier.verify(token, SignIn.withNonce(nonce)); // claims, or findings
        verified.claims().ifPresent(claims -> signedIn.add(claims.subject()));
        // end

        assertThat(signedIn).containsExactly(pairwiseSubject);
        assertThat(verifier.verify(token, SignIn.withNonce(nonce)).isAccepted())
                .as("a second time")
                .isFalse();
    }

    @Test
    void isWhatTheReadmeShows() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.equals("<!-- snippet: identity -->"))
                .skip(2)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .toList();
        List<String> compiled = Files.readAllLines(Path.of(SOURCE)).stream()
                .dropWhile(line -> !line.strip().equals("// snippet: identity"))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end"))
                .map(String::strip)
                .toList();

        assertThat(shown).isNotEmpty().isEqualTo(compiled);
    }
}
