package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MutableClock;
import io.xuemeng.identity.token.Verified;
import java.util.List;

/** A hub, a province that signs with SM2, a city and a platform, and who resolves their chains of trust. */
abstract class TrustChainScene {

    static final String HUB = "https://hub.example.cn";
    static final String PROVINCE = "https://province.example.cn";
    static final String CITY = "https://city.example.cn";
    static final String PLATFORM = "https://platform.example.cn";
    static final SigningKey HUB_KEY = SigningKey.generate(KeyType.P_256);
    static final SigningKey PROVINCE_KEY = SigningKey.generate(KeyType.SM2);
    static final SigningKey CITY_KEY = SigningKey.generate(KeyType.ED25519);
    static final SigningKey PLATFORM_KEY = SigningKey.generate(KeyType.P_256);

    final MutableClock clock = new MutableClock();
    final FederationWorld world = new FederationWorld(clock);

    TrustChainResolver resolver(FederationProfile profile) {
        return TrustChainResolver.over(
                TrustChainVerifier.trusting(
                        List.of(new TrustAnchor(HUB, TestKeys.setOf(HUB_KEY))), profile.withClock(clock)),
                world);
    }

    TrustChainResolver resolver() {
        return resolver(FederationProfile.chinese());
    }

    void threeLevels() {
        world.join(HUB, HUB_KEY);
        world.join(PROVINCE, PROVINCE_KEY, HUB);
        world.join(PLATFORM, PLATFORM_KEY, PROVINCE);
        world.vouch(HUB, HUB_KEY, PROVINCE, PROVINCE_KEY);
        world.vouch(PROVINCE, PROVINCE_KEY, PLATFORM, PLATFORM_KEY);
    }

    static void assertRefused(Verified<TrustChain> chain, String... ids) {
        assertThat(chain.isAccepted()).isFalse();
        assertThat(chain.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(chain.findings());
    }
}
