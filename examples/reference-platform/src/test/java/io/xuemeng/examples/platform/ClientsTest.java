package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.examples.platform.oidc.KnownClients.Attempt;
import io.xuemeng.examples.platform.web.HandClock;
import io.xuemeng.lrs.server.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClientsTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    /** Of 天机, with as few iterations as are taken. */
    private static final SecretHash SLOW =
            SecretHash.parse("pbkdf2-sha256$100000$MDEyMzQ1Njc4OWFiY2RlZg$U1I5rfpxECcfgi8mwwxpeBJxIl0Rp_Mwh1vnGSMG5BU");

    private final HandClock clock = new HandClock();
    private final Clients clients = new Clients("https://a.example.cn", clock);

    @BeforeEach
    void add() {
        clients.add("lms", SLOW, Set.of(Scope.ALL));
        clients.add("library", SLOW, Set.of(Scope.ALL));
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

    /** All at the same moment, each with a secret of its own. */
    private List<Future<Attempt>> guessAtOnce(int times, ExecutorService threads, CountDownLatch turnedAway) {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Attempt>> guesses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String guess = "guess-" + i;
            guesses.add(threads.submit(() -> {
                start.await();
                Attempt attempt = attempt("lms", guess, HERE);
                if (!attempt.isLookedAt()) {
                    turnedAway.countDown();
                }
                return attempt;
            }));
        }
        start.countDown();
        return guesses;
    }

    @Test
    @Timeout(120)
    void computeNoMoreSlowHashesForManyGuessesAtOnceThanForOneAfterTheOther() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            int lookedAt = 0;
            for (Future<Attempt> guess : guessAtOnce(100, threads, new CountDownLatch(1))) {
                lookedAt += guess.get().isLookedAt() ? 1 : 0;
            }

            // The two that are computed at once may both have been let in before either had failed.
            assertThat(lookedAt).isLessThanOrEqualTo(22);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(120)
    void letASystemInWhileSomebodyElseGuessesSecrets() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CountDownLatch turnedAway = new CountDownLatch(1);
            List<Future<Attempt>> guesses = guessAtOnce(100, threads, turnedAway);
            turnedAway.await();

            assertThat(attempt("library", "天机", ELSEWHERE).client()).isEqualTo("library");
            for (Future<Attempt> guess : guesses) {
                assertThat(guess.get().client()).isNull();
            }
        } finally {
            threads.shutdownNow();
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
