package io.xuemeng.examples.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.examples.platform.account.Account;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import io.xuemeng.examples.platform.web.HandClock;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.identity.session.ProofKey;
import io.xuemeng.identity.token.EducationClaims;
import io.xuemeng.identity.token.EducationRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time and threads have to do with codes; the rest is tested over HTTP. */
class CodesTest {

    private static final Client CLIENT = new Client("https://b.example.cn", "乙", "b.example.cn", false, null);
    private static final String REDIRECT = "https://b.example.cn/visit/callback";

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private final String verifier = Secrets.random();
    private final OwnSession session =
            new OwnSession(new Account("lihua", "", EducationClaims.of(EducationRole.LEARNER)), clock.instant());
    private Tokens tokens;
    private Codes codes;

    @BeforeEach
    void makeCodes() throws Exception {
        EntityKeys keys = EntityKeys.in(folder);
        EntityDescription hub = new EntityDescription(
                "https://hub.example.cn", Role.HUB.entityTypes(), Entity.keySet(keys.federation()));
        Entity entity = new Entity(new Entity.Settings(
                URI.create("https://a.example.cn"), Role.PROVINCE, "甲", keys, hub, hub.entity(), List.of(), List.of()));
        tokens = new Tokens(entity, name -> Optional.empty(), clock);
        codes = new Codes(tokens, clock);
    }

    private String code() {
        return codes.issue(new Grant(
                CLIENT, REDIRECT, ProofKey.challenge(verifier), "n", Set.of("openid", "statements/write"), session));
    }

    private Optional<Tokens.Issued> redeem(String code) throws Exception {
        return codes.redeem(code, CLIENT.id(), REDIRECT, verifier);
    }

    @Test
    void areGoodForAMinute() throws Exception {
        String late = code();
        String inTime = code();
        clock.advance(Duration.ofSeconds(59));
        assertThat(redeem(inTime)).isPresent();
        clock.advance(Duration.ofSeconds(1));

        assertThat(redeem(late)).isEmpty();
    }

    @Test
    void giveNothingOnceThePersonHasSignedOut() throws Exception {
        String code = code();
        session.end();

        assertThat(redeem(code)).isEmpty();
    }

    @Test
    void giveTokensToOneOfManyWhoComeAtOnceAndTakeThemBack() throws Exception {
        String code = code();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Optional<Tokens.Issued>>> answers;
        try {
            List<Callable<Optional<Tokens.Issued>>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(() -> redeem(code));
            }
            answers = threads.invokeAll(calls);
        } finally {
            threads.shutdown();
        }

        List<Tokens.Issued> issued = new ArrayList<>();
        for (Future<Optional<Tokens.Issued>> answer : answers) {
            answer.get().ifPresent(issued::add);
        }
        assertThat(issued).hasSize(1);
        assertThat(tokens.verify(issued.get(0).accessToken())).isEmpty();
    }

    @Test
    void giveTokensThatEndByThemselves() throws Exception {
        String accessToken = redeem(code()).orElseThrow().accessToken();

        assertThat(tokens.verify(accessToken)).isPresent();
        // Ten minutes, and a minute for clocks that differ.
        clock.advance(Duration.ofMinutes(11));
        assertThat(tokens.verify(accessToken)).isEmpty();
    }

    @Test
    void giveTokensThatAreTakenBackWhenThePersonSignsOut() throws Exception {
        String accessToken = redeem(code()).orElseThrow().accessToken();

        session.end().forEach(tokens::revokeAll);

        assertThat(tokens.verify(accessToken)).isEmpty();
    }
}
