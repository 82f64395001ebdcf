package io.xuemeng.conformance.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forged tokens are forged in the one way that they are said to be. */
class ForgeryTest {

    private static final byte[] INPUT = "a.b".getBytes(StandardCharsets.US_ASCII);

    @Test
    void onlyTheIdOfASignatureWithAnotherIdIsWrong() throws Exception {
        SigningKey key = Keys.of(SignatureAlgorithm.SM2_SM3, "test");
        VerificationKey open = key.verificationKey();

        byte[] agreed = Sm2Ids.signing(key, VerificationKey.SM2_ID).sign(INPUT);
        byte[] empty = Sm2Ids.signing(key, "").sign(INPUT);

        assertThat(open.verify(SignatureAlgorithm.SM2_SM3, INPUT, agreed)).isTrue();
        assertThat(open.verify(SignatureAlgorithm.SM2_SM3, INPUT, empty)).isFalse();
        assertThat(empty).hasSameSizeAs(agreed);
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "SM2_SM3"})
    void aSignatureInDerIsTheSameSignature(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = Keys.of(algorithm, "test");
        for (int i = 0; i < 50; i++) {
            byte[] raw = key.sign(INPUT);

            assertThat(EcSignatures.toRaw(SignatureCases.der(raw))).isEqualTo(raw);
        }
    }

    @Test
    void everyRequirementWithTokensIsInTheAuditAndTheOtherWayRound() {
        Set<String> audited = new RelyingPartyKit()
                .audit().entries().stream()
                        .filter(entry -> entry.tests().contains("RelyingPartyTests.judgesTheTokens"))
                        .map(entry -> entry.id())
                        .collect(Collectors.toSet());

        assertThat(CaseBook.ids()).isEqualTo(audited);
    }
}
