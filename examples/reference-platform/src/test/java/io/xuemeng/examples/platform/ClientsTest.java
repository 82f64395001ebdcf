package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.examples.platform.oidc.KnownClients.Attempt;
import io.xuemeng.examples.platform.web.HandClock;
import io.xuemeng.lrs.server.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";
    private static final SecretHash SLOW = SecretHash.of("天机");

    private final HandClock clock = new HandClock();
    private final Clients clients = new Clients("https://a.example.cn", clock);

    @BeforeEach
    void add() {
        clients.add("lms", SLOW, Set.of(Scope.ALL));
        clients.add("other", "word", Set.of(Scope.STATEMENTS_READ));
    }

    private Attempt attempt(String name, String secret, String address) {
        String pair = Base64.getEncoder().encodeToString((name + ':' + secret).getBytes(StandardCharsets.UTF_8));
        return clients.authenticate("Basic " + pair, address);
    }

    private void guess(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt(name, "guess-" + i, HERE)).isEqualTo(Attempt.WRONG);
        }
    }

    @Test
    void letNobodyInWhoHasToWaitEvenWithTheRightSecret() {
        guess("lms", 21);

        Attempt attempt = attempt("lms", "天机", HERE);
        assertThat(attempt.client()).isNull();
        assertThat(attempt.isLookedAt()).isFalse();
        assertThat(attempt.retryAfter()).isEqualTo("1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(attempt("lms", "天机", HERE).client()).isEqualTo("lms");
    }

    @Test
    void keepNobodyOutForTheFailuresOfSomebodyElse() {
        guess("lms", 21);

        assertThat(attempt("lms", "天机", ELSEWHERE).client()).isEqualTo("lms");
        assertThat(attempt("other", "word", HERE).client()).isEqualTo("other");
    }

    @Test
    void slowDownWhoeverGuessesASecretThatWasShownBeforeAndANameThatNobodyHas() {
        assertThat(attempt("lms", "天机", HERE).client()).isEqualTo("lms");
        for (String name : new String[] {"lms", "other", "nobody"}) {
            guess(name, 21);
            assertThat(attempt(name, "guess", HERE).isLookedAt()).as(name).isFalse();
        }
    }

    @Test
    void makeNobodyWaitForMoreThanAMinute() {
        for (int i = 0; i < 40; i++) {
            attempt("other", "guess-" + i, HERE);
            clock.advance(attempt("other", "guess", HERE).delay());
        }
        attempt("other", "guess", HERE);

        assertThat(attempt("other", "word", HERE).retryAfter()).isEqualTo("60");
        clock.advance(Duration.ofMinutes(1));
        assertThat(attempt("other", "word", HERE).client()).isEqualTo("other");
    }

    @Test
    void takeNothingForASecretThatIsNone() {
        for (String header : new String[] {null, "", "Basic", "Basic *", "Basic bG1z", "Bearer bG1zOng="}) {
            assertThat(clients.authenticate(header, HERE)).as(header).isEqualTo(Attempt.WRONG);
        }
    }
}
