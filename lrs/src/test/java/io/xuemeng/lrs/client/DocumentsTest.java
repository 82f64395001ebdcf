package io.xuemeng.lrs.client;

import static io.xuemeng.lrs.client.ClientFixture.LEARNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.statement.XapiVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** States and profiles over HTTP. */
class DocumentsTest {

    private static final ClientFixture FIXTURE = new ClientFixture();
    private static final String LESSON = "https://example.cn/lesson/";
    private static final String JSON = "application/json";

    private final ClientFixture fixture = FIXTURE;
    private final LrsClient lrs = fixture.client().build();
    private final Documents states = lrs.states(LESSON + UUID.randomUUID(), LEARNER);

    @AfterEach
    void forgetFaults() {
        fixture.server.requests().clear();
    }

    @org.junit.jupiter.api.AfterAll
    static void close() {
        FIXTURE.close();
    }

    static Stream<Documents> kinds() {
        LrsClient old = FIXTURE.client().version(XapiVersion.V1_0).build();
        LrsClient current = FIXTURE.client().version(XapiVersion.V2_0).build();
        return Stream.of(old, current)
                .flatMap(client -> Stream.of(
                        client.states(LESSON + UUID.randomUUID(), LEARNER),
                        client.states(LESSON + UUID.randomUUID(), LEARNER, UUID.randomUUID()),
                        client.agentProfiles(io.xuemeng.lrs.statement.Agent.account(
                                "https://hub.example.cn", UUID.randomUUID().toString())),
                        client.activityProfiles(LESSON + UUID.randomUUID())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void createsReadsReplacesMergesAndDeletes(Documents documents) {
        assertThat(documents.get("a b&c")).isEmpty();
        documents.create("a b&c", bytes("{\"x\":1,\"y\":[2]}"), JSON);
        LrsDocument read = documents.get("a b&c").orElseThrow();
        assertThat(read.text()).isEqualTo("{\"x\":1,\"y\":[2]}");
        assertThat(read.contentType()).isEqualTo(JSON);

        documents.replace(read, bytes("{\"x\":2}"), JSON);
        documents.merge("a b&c", RawJson.of("{\"z\":3}"));

        assertThat(documents.get("a b&c").orElseThrow().json()).isEqualTo(RawJson.of("{\"x\":2,\"z\":3}"));
        assertThat(documents.ids()).containsExactly("a b&c");
        assertThat(documents.ids(Instant.now().plusSeconds(60))).isEmpty();
        documents.delete(documents.get("a b&c").orElseThrow());
        documents.delete("a b&c");
        assertThat(documents.ids()).isEmpty();
    }

    @Test
    void refusesToReplaceWhatWasChangedSinceItWasRead() {
        states.create("s", bytes("{}"), JSON);
        LrsDocument read = states.get("s").orElseThrow();
        states.merge("s", RawJson.of("{\"by\":\"somebody else\"}"));

        for (Runnable change : List.<Runnable>of(
                () -> states.replace(read, bytes("{}"), JSON),
                () -> states.merge(read, RawJson.of("{}")),
                () -> states.delete(read),
                () -> states.create("s", bytes("{}"), JSON))) {
            LrsRefusedException e = catchThrowableOfType(LrsRefusedException.class, change::run);
            assertThat(e.isConflict()).isTrue();
            assertThat(e).hasMessageContaining("Read it again");
        }
    }

    @Test
    void losesNoUpdateAmongThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> increments = () -> {
                for (int i = 0; i < 10; i++) {
                    states.update(
                            "count",
                            "text/plain",
                            read -> bytes(Integer.toString(read.map(document -> Integer.parseInt(document.text()))
                                            .orElse(0)
                                    + 1)));
                }
                return null;
            };
            List<Future<Void>> all = threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> increments).toList());
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(states.get("count").orElseThrow().text()).isEqualTo("40");
    }

    @Test
    void takesItsOwnLostSuccessForWhatItIs() {
        lrs.version();
        fixture.server.misbehave(Faults.dropWhenDone());
        states.create("s", bytes("1"), "text/plain");
        LrsDocument read = states.get("s").orElseThrow();

        fixture.server.misbehave(Faults.dropWhenDone());
        states.replace(read, bytes("2"), "text/plain");

        LrsDocument replaced = states.get("s").orElseThrow();
        assertThat(replaced.text()).isEqualTo("2");
        fixture.server.misbehave(Faults.dropWhenDone());
        states.delete(replaced);
        assertThat(states.get("s")).isEmpty();
    }

    @Test
    void doesNotRepeatAConditionalMergeThatMayHaveBeenDone() {
        states.create("s", bytes("{}"), JSON);
        LrsDocument read = states.get("s").orElseThrow();
        fixture.server.misbehave(Faults.dropWhenDone());

        assertThatThrownBy(() -> states.merge(read, RawJson.of("{\"x\":1}")))
                .isInstanceOf(LrsUnavailableException.class)
                .hasMessageContaining("Read the document");
        assertThat(states.get("s").orElseThrow().text()).isEqualTo("{\"x\":1}");
    }

    @ParameterizedTest
    @EnumSource
    void deletesAllStatesAtOnceButNoProfiles(XapiVersion version) {
        Documents documents = fixture.client().version(version).build().states(LESSON + UUID.randomUUID(), LEARNER);
        documents.create("a", bytes("1"), "text/plain");
        documents.create("b", bytes("2"), "text/plain");

        documents.deleteAll();

        assertThat(documents.ids()).isEmpty();
        assertThatThrownBy(() -> lrs.agentProfiles(LEARNER).deleteAll())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
