package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.token.Verified;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Federation 1.0, 3.2: where a statement about a subordinate was issued is an address. */
class SourceEndpointTest {

    private static Verified<TrustChain> verified(String json) {
        List<String> chain = new ArrayList<>(FederationSamples.chain());
        chain.set(
                1,
                FederationSamples.sign(
                        FederationSamples.PROVINCE_KEY,
                        FederationSamples.platformByProvince().with("source_endpoint", json)));
        return FederationSamplesTest.verifier().verify(chain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://edu.province.example.cn/fetch\"",
                "\"https://edu.province.example.cn:8443/a?b=c\"",
                "\"http://localhost:8081/fetch\"",
                "\"HTTPS://edu.province.example.cn/fetch\"",
                "\"https://fed_1.example.cn/fetch\""
            })
    void anAddressIsTaken(String json) {
        assertThat(verified(json).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"fetch\"",
                "\"/fetch\"",
                "\"https:fetch\"",
                "\"urn:fetch\"",
                "\"ftp://edu.province.example.cn/fetch\"",
                "\"https://edu.province.example.cn/fetch#a\"",
                "\"https://edu.province.example.cn/a b\"",
                "1",
                "[]"
            })
    void whatIsNoAddressIsRefused(String json) {
        List<Finding> findings = verified(json).findings();

        assertThat(findings).extracting(Finding::id).containsExactly("TOK-002");
        SampleFolders.assertFilled(findings);
    }
}
