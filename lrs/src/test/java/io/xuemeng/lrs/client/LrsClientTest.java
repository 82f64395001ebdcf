package io.xuemeng.lrs.client;

import static io.xuemeng.lrs.client.ClientFixture.LEARNER;
import static io.xuemeng.lrs.client.ClientFixture.statement;
import static io.xuemeng.lrs.client.LrsQuery.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.Mbox;
import io.xuemeng.lrs.statement.MboxSha1sum;
import io.xuemeng.lrs.statement.OpenId;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.statement.Verbs;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.format.StatementFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against the engine over HTTP, when all goes well. */
class LrsClientTest {

    private final ClientFixture fixture =
            new ClientFixture(EngineLimits.defaults().withStatementsPerPage(10).withStatementBytes(40_000));
    private final LrsClient lrs = fixture.client().build();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource
    void storesAStatementAndReadsItAgainInEitherVersion(XapiVersion version) {
        LrsClient client = fixture.client().version(version).build();
        Statement sent = statement(1);

        UUID id = client.store(sent);

        Statement stored = client.statement(id).orElseThrow();
        assertThat(StatementComparison.matches(sent, stored)).isTrue();
        assertThat(stored.version()).isEqualTo(version.ofStatements());
        assertThat(client.statement(UUID.randomUUID())).isEmpty();
    }

    @Test
    void speaksTheNewestVersionThatTheStoreSaysItSpeaks() {
        assertThat(lrs.version()).isEqualTo(XapiVersion.V2_0);
        assertThat(lrs.about().versions()).containsExactly("1.0.3", "2.0.0");

        fixture.server.misbehave(Faults.body("application/json", "{\"version\":[\"0.9\",\"1.0.1\"]}"));
        assertThat(fixture.client().build().version()).isEqualTo(XapiVersion.V1_0);

        fixture.server.misbehave(Faults.body("application/json", "{\"version\":[\"3.0\"]}"));
        LrsClient late = fixture.client().build();
        assertThatThrownBy(late::version).isInstanceOf(LrsAnswerException.class).hasMessageContaining("3.0");
        assertThat(late.version()).as("asked again after a failure").isEqualTo(XapiVersion.V2_0);
    }

    @Test
    void keepsIdAndTimeOfAStatementThatHasThem() {
        UUID id = UUID.randomUUID();
        Instant time = Instant.parse("2026-09-01T08:00:00Z");

        assertThat(lrs.store(statement(1).toBuilder().id(id).timestamp(time).build()))
                .isEqualTo(id);

        assertThat(lrs.statement(id).orElseThrow().timestamp().instant()).contains(time);
        assertThatThrownBy(() -> lrs.store(statement(1).toBuilder().id("7").build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void splitsManyStatementsIntoBatchesAndHalvesThoseThatAreTooLargeForTheStore() {
        // Of 500 each, as the client sends them unless told otherwise, the store takes none.
        List<Statement> statements =
                IntStream.range(0, 620).mapToObj(ClientFixture::statement).toList();

        List<UUID> ids = lrs.store(statements);

        assertThat(ids).hasSize(620).doesNotHaveDuplicates();
        try (Stream<Statement> stored = lrs.statements(query().ascending())) {
            assertThat(stored.map(Statement::uuid))
                    .containsExactlyElementsOf(
                            ids.stream().map(java.util.Optional::of).toList());
        }
        assertThat(lrs.store(List.of())).isEmpty();
    }

    @Test
    void readsAStreamOfStatementsNoFurtherThanItSends() {
        List<UUID> acknowledged = new ArrayList<>();
        List<Integer> made = new ArrayList<>();
        LrsClient client = fixture.client().batches(1 << 20, 5).build();

        client.store(IntStream.range(0, 12).boxed().peek(made::add).map(ClientFixture::statement), ids -> {
            // One statement more than was acknowledged tells that the batch is full.
            assertThat(made.size()).isLessThanOrEqualTo(acknowledged.size() + ids.size() + 1);
            acknowledged.addAll(ids);
        });

        assertThat(acknowledged).hasSize(12);
    }

    @Test
    void asksForPagesOnlyWhenTheyAreWanted() {
        lrs.store(IntStream.range(0, 35).mapToObj(ClientFixture::statement).toList());
        fixture.server.requests().clear();

        try (Stream<Statement> stored = lrs.statements(query())) {
            assertThat(fixture.server.requests()).isEmpty();
            assertThat(stored.limit(15)).hasSize(15);
        }

        assertThat(fixture.server.requests()).containsExactly("GET /xapi/statements", "GET /xapi/statements");
        try (Stream<Statement> all = lrs.statements(query().pageSize(3))) {
            assertThat(all).hasSize(35);
        }
    }

    @Test
    void filtersByAllThatTheStandardHas() {
        UUID registration = UUID.randomUUID();
        UUID first = lrs.store(statement(1).toBuilder()
                .context(io.xuemeng.lrs.statement.Context.builder().registration(registration))
                .build());
        Instant between = lrs.statement(first).orElseThrow().stored().instant().orElseThrow();
        UUID second = lrs.store(statement(2).toBuilder().verb(Verbs.ATTEMPTED).build());

        assertThat(ids(query().verb(Verbs.ATTEMPTED))).containsExactly(second);
        assertThat(ids(query().activity("https://example.cn/lesson/1").relatedActivities()))
                .containsExactly(first);
        assertThat(ids(query().registration(registration))).containsExactly(first);
        assertThat(ids(query().agent(LEARNER).relatedAgents())).containsExactly(second, first);
        assertThat(ids(query().since(between))).containsExactly(second);
        assertThat(ids(query().until(between))).containsExactly(first);
        assertThat(ids(query().ascending().format(StatementFormat.IDS))).containsExactly(first, second);
    }

    private List<UUID> ids(LrsQuery query) {
        try (Stream<Statement> statements = lrs.statements(query)) {
            return statements.map(statement -> statement.uuid().orElseThrow()).toList();
        }
    }

    @Test
    void readsAVoidedStatementAsWhatItIs() {
        UUID id = lrs.store(statement(1));
        assertThat(lrs.voidedStatement(id)).isEmpty();

        lrs.store(Statement.voiding(LEARNER, id).build());

        assertThat(lrs.statement(id)).isEmpty();
        assertThat(lrs.voidedStatement(id)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void looksUpWhoSomebodyIs(XapiVersion version) {
        LrsClient client = fixture.client().version(version).build();

        assertThat(client.person(LEARNER))
                .isEqualTo(new Person(List.of(), List.of(LEARNER.identifier())))
                .hasToString("Person[names=0, identifiers=1]");
        assertThat(client.person(Agent.mbox("mailto:li@example.cn").named("李雷")))
                .isEqualTo(new Person(List.of("李雷"), List.of(new Mbox("mailto:li@example.cn"))));
    }

    @Test
    void readsAPersonOfManyNamesAndIdentifiers() {
        fixture.server.misbehave(Faults.body("application/json", """
                {"objectType":"Person","name":["李雷","Li Lei"],"mbox":["mailto:li@example.cn"],
                "mbox_sha1sum":["9a4a0c7e7d2d6f6b0d6f8a1f4c2f4a5b6c7d8e9f"],"openid":["https://li.example.cn"],
                "account":[{"homePage":"https://hub.example.cn","name":"a7f3-9c"}],"more":{}}"""));

        Person person = fixture.client().version(XapiVersion.V2_0).build().person(LEARNER);

        assertThat(person.names()).containsExactly("李雷", "Li Lei");
        assertThat(person.identifiers())
                .containsExactly(
                        new Mbox("mailto:li@example.cn"),
                        new MboxSha1sum("9a4a0c7e7d2d6f6b0d6f8a1f4c2f4a5b6c7d8e9f"),
                        new OpenId("https://li.example.cn"),
                        LEARNER.identifier());
    }

    @Test
    void tellsAnAnswerThatIsNoPerson() {
        LrsClient client = fixture.client().version(XapiVersion.V2_0).build();
        for (String answer : List.of(
                "[]", "{\"name\":\"李雷\"}", "{\"mbox\":[1]}", "{\"account\":[{\"name\":\"a\"}]}", "{\"name\":[")) {
            fixture.server.misbehave(Faults.body("application/json", answer));
            assertThatThrownBy(() -> client.person(LEARNER)).as(answer).isInstanceOf(LrsAnswerException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void looksUpWhatIsKnownOfAnActivity(XapiVersion version) {
        LrsClient client = fixture.client().version(version).build();
        String id = "https://example.cn/lesson/1";
        client.store(statement(1));
        client.store(statement(1).toBuilder()
                .object(Activity.of(id, LanguageMap.of("en", "Lesson 1")))
                .build());

        Activity activity = client.activity(id);

        assertThat(activity.id()).isEqualTo(id);
        assertThat(activity.definition().name().texts())
                .containsEntry("zh-CN", "第1课")
                .containsEntry("en", "Lesson 1");
        assertThat(client.activity("https://example.cn/lesson/2"))
                .isEqualTo(Activity.of("https://example.cn/lesson/2"));
    }

    @Test
    void takesAnActivityThatTheStoreDoesNotKnowForOneWithoutDefinitionAndNothingElseForAnActivity() {
        LrsClient client = fixture.client().version(XapiVersion.V1_0).build();
        fixture.server.misbehave(
                Faults.status(404, "", ""),
                Faults.body("application/json", "{\"objectType\":\"Agent\",\"mbox\":\"mailto:li@example.cn\"}"),
                Faults.body("application/json", "{\"id\":\"no iri\"}"),
                Faults.body("application/json", "no JSON"));

        assertThat(client.activity("https://example.cn/x")).isEqualTo(Activity.of("https://example.cn/x"));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> client.activity("https://example.cn/x")).isInstanceOf(LrsAnswerException.class);
        }
    }

    @Test
    void sendsAndReceivesFiles() throws IOException {
        Path essay = Files.write(
                folder.resolve("essay.txt"),
                "赋得古原草送别\r\n--not a boundary".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        AttachedFile fromFile = AttachedFile.of(essay, "text/plain; charset=utf-8");
        AttachedFile fromMemory = AttachedFile.of(new byte[] {13, 10, 45, 45, 0, -1}, "application/octet-stream");
        Statement statement = statement(1).toBuilder()
                .attachments(List.of(
                        fromFile.describe("https://example.cn/usage/essay", LanguageMap.zh("作文")),
                        fromMemory.describe("https://example.cn/usage/noise", LanguageMap.zh("噪声"))))
                .build();

        UUID id = lrs.store(statement, List.of(fromFile, fromMemory));

        Map<String, byte[]> received = new HashMap<>();
        assertThat(lrs.statement(id, (sha2, type, data) -> received.put(sha2, data.readAllBytes())))
                .isPresent();
        assertThat(received).containsOnlyKeys(fromFile.sha2(), fromMemory.sha2());
        assertThat(received.get(fromFile.sha2())).isEqualTo(Files.readAllBytes(essay));
        List<String> types = new ArrayList<>();
        try (Stream<Statement> all = lrs.statements(query(), (sha2, type, data) -> types.add(type))) {
            assertThat(all).hasSize(1);
        }
        assertThat(types).containsExactlyInAnyOrder("text/plain; charset=utf-8", "application/octet-stream");
    }

    @Test
    void saysWhatIsWrongInTheReadersLanguage() {
        LrsClient chinese = fixture.client().language(Locale.SIMPLIFIED_CHINESE).build();
        Statement wrong = statement(1).toBuilder()
                .verb(new io.xuemeng.lrs.statement.Verb("no iri", null))
                .build();

        LrsRefusedException e = catchThrowableOfType(LrsRefusedException.class, () -> chinese.store(wrong));

        assertThat(e.status()).isEqualTo(400);
        assertThat(e.isConflict()).isFalse();
        assertThat(e.serverText()).startsWith("REC-").contains("/0/verb/id");
        assertThat(e.message(Locale.CHINESE)).contains("POST statements 被拒绝（状态码 400）", "服务器的说明：REC-");
        assertThat(e).hasMessageContaining("POST statements was refused with status 400");
    }

    @Test
    void saysWhatWasStoredBeforeABatchWasRefused() {
        LrsClient client = fixture.client().batches(1 << 20, 2).build();
        UUID taken = client.store(statement(1));
        Statement contradiction = statement(2).toBuilder().id(taken).build();

        LrsRefusedException e = catchThrowableOfType(
                LrsRefusedException.class,
                () -> client.store(List.of(statement(3), statement(4), statement(5), contradiction)));

        assertThat(e.isConflict()).isTrue();
        assertThat(e.stored())
                .hasSize(2)
                .allSatisfy(id -> assertThat(client.statement(id)).isPresent());
    }

    @Test
    void refusesAddressesThatWouldGiveTheSecretAway() {
        Credentials credentials = ClientFixture.CREDENTIALS;
        assertThatThrownBy(() -> LrsClient.connect(URI.create("http://lrs.example.cn/xapi"), credentials))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
        assertThatThrownBy(() -> LrsClient.connect(URI.create("ftp://lrs.example.cn/xapi"), credentials))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LrsClient.builder(URI.create("http://lrs.example.cn/xapi/"), credentials)
                        .allowPlainHttp()
                        .build())
                .hasToString("LrsClient[http://lrs.example.cn/xapi/]");
        assertThat(credentials).hasToString("Credentials");
    }

    @Test
    void tellsWrongCredentials() {
        LrsClient stranger = LrsClient.connect(fixture.server.address(), Credentials.bearer("ey-secret"));

        assertThatThrownBy(() -> stranger.store(statement(1)))
                .isInstanceOf(LrsRefusedException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("Check the name and the secret")
                .hasMessageNotContaining("ey-secret");
    }
}
