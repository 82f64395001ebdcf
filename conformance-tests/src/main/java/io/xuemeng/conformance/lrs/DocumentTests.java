package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** States and profiles: kept as they are, merged, listed, and deleted. */
@ForRole(Role.LRS)
final class DocumentTests {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final String FIRST = "{\"a\":1,\"b\":{\"x\":1}}";

    @ConformanceTest("LRS-160")
    void keepsDocumentsOfAnyType(HttpPlatform platform, Check check, Workspace workspace) {
        Map<String, byte[]> contents = new TreeMap<>();
        contents.put("image/png", new byte[] {0, 1, (byte) 0xff, '\r', '\n', ' '});
        contents.put("application/json", "[ 1, 2.0,\n\t\"a\" ]".getBytes(StandardCharsets.UTF_8));
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                contents.forEach((type, bytes) -> {
                    lrs.mustGive(
                            NO_CONTENT,
                            kind.one(lrs, "PUT", "o", type)
                                    .header("If-None-Match", "*")
                                    .header("Content-Type", type)
                                    .body(bytes));
                    HttpQuestion question = kind.one(lrs, "GET", "o", type);
                    if (type.equals(Dialogue.JSON)) {
                        mustSay(lrs, question, bytes);
                    } else {
                        mustBe(lrs, question, type, bytes);
                    }
                });
            }
        }
    }

    /** A document in JSON is kept with all that it says; byte for byte it should be. */
    private static void mustSay(Dialogue lrs, HttpQuestion question, byte[] bytes) {
        HttpAnswer answer = lrs.ask(question);
        JsonNode sent = Dialogue.json(new String(bytes, StandardCharsets.UTF_8));
        boolean same = answer.status() == OK
                && answer.mediaType().equals(Dialogue.JSON)
                && Dialogue.isSame(Dialogue.json(answer), sent);
        lrs.must(same, Texts.of("lrs.expected.jsonDocument", sent));
        lrs.should(
                !same || Arrays.equals(answer.body(), bytes),
                Texts.of("lrs.expected.document", Dialogue.JSON, bytes.length));
    }

    private static void mustBe(Dialogue lrs, HttpQuestion question, String type, byte[] bytes) {
        HttpAnswer answer = lrs.ask(question);
        lrs.must(
                answer.status() == OK && answer.mediaType().equals(type) && Arrays.equals(answer.body(), bytes),
                Texts.of("lrs.expected.document", type, bytes.length));
    }

    @ConformanceTest("LRS-169")
    void aPostedDocumentOfAnotherTypeIsStoredAsItIsOrRefused(HttpPlatform platform, Check check, Workspace workspace) {
        byte[] bytes = "第一页".getBytes(StandardCharsets.UTF_8);
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                int status = lrs.ask(kind.one(lrs, "POST", "o", "d")
                                .header("Content-Type", "text/plain")
                                .body(bytes))
                        .status();
                lrs.must(
                        status == NO_CONTENT || status == BAD_REQUEST,
                        Texts.of("lrs.expected.oneOf", NO_CONTENT, BAD_REQUEST));
                if (status == NO_CONTENT) {
                    mustBe(lrs, kind.one(lrs, "GET", "o", "d"), "text/plain", bytes);
                } else {
                    lrs.mustGive(NOT_FOUND, kind.one(lrs, "GET", "o", "d"));
                }
            }
        }
    }

    @ConformanceTest("LRS-161")
    void mergesObjectsOfJsonMemberByMember(HttpPlatform platform, Check check, Workspace workspace) {
        JsonNode merged = Dialogue.json("{\"a\":1,\"b\":{\"y\":2},\"c\":[3]}");
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.mustGive(NO_CONTENT, kind.sending(lrs, "POST", "o", "d", FIRST));
                lrs.mustGive(NO_CONTENT, kind.sending(lrs, "POST", "o", "d", "{\"b\":{\"y\":2},\"c\":[3]}"));
                HttpAnswer answer = lrs.ask(kind.one(lrs, "GET", "o", "d"));
                lrs.must(
                        answer.status() == OK && Dialogue.isSame(Dialogue.json(answer), merged),
                        Texts.of("lrs.expected.value", merged));
            }
        }
    }

    @ConformanceTest("LRS-162")
    void listsTheIdsOfAnOwnersDocuments(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d1", FIRST));
                lrs.prepare(kind.sending(lrs, "POST", "o", "d2", FIRST));
                lrs.prepare(kind.sending(lrs, "POST", "other", "d3", FIRST));
                mustList(lrs, kind.all(lrs, "GET", "o"), "d1", "d2");
            }
        }
    }

    @ConformanceTest("LRS-163")
    void listsTheIdsOfWhatChangedAfterAMoment(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d1", FIRST));
                Optional<Instant> told = lrs.prepare(kind.one(lrs, "GET", "o", "d1"))
                        .header("Last-Modified")
                        .flatMap(QueryTests::httpDate);
                // By the store's clock where it tells it, and else far enough from the own one.
                Instant changed = told.orElseGet(Instant::now);
                Duration margin = told.isPresent() ? Duration.ofSeconds(5) : Duration.ofDays(1);
                mustList(
                        lrs,
                        kind.all(lrs, "GET", "o")
                                .parameter("since", changed.minus(margin).toString()),
                        "d1");
                mustList(
                        lrs,
                        kind.all(lrs, "GET", "o")
                                .parameter(
                                        "since",
                                        changed.plus(margin).plusSeconds(3600).toString()));
            }
        }
    }

    private static void mustList(Dialogue lrs, HttpQuestion question, String... ids) {
        HttpAnswer answer = lrs.ask(question);
        JsonNode list = Dialogue.json(answer);
        TreeSet<String> given = new TreeSet<>();
        list.forEach(id -> given.add(id.asText()));
        lrs.must(
                answer.status() == OK
                        && list.isArray()
                        && list.size() == ids.length
                        && given.equals(new TreeSet<>(Arrays.asList(ids))),
                Texts.of("lrs.expected.names", Arrays.toString(ids)));
    }

    @ConformanceTest("LRS-164")
    void deletesADocumentAndNoOther(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d1", FIRST));
                lrs.prepare(kind.sending(lrs, "POST", "o", "d2", FIRST));
                lrs.mustGive(NO_CONTENT, kind.one(lrs, "DELETE", "o", "d1"));
                lrs.mustGive(NOT_FOUND, kind.one(lrs, "GET", "o", "d1"));
                lrs.mustGive(OK, kind.one(lrs, "GET", "o", "d2"));
            }
        }
    }

    @ConformanceTest("LRS-165")
    void deletesAllStatesOfAnActivityAndAgent(HttpPlatform platform, Check check, Workspace workspace) {
        Documents state = Documents.STATE;
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.prepare(state.sending(lrs, "POST", "o", "d1", FIRST));
            lrs.prepare(state.sending(lrs, "POST", "o", "d2", FIRST));
            lrs.prepare(state.sending(lrs, "POST", "other", "d3", FIRST));
            lrs.mustGive(NO_CONTENT, state.all(lrs, "DELETE", "o"));
            lrs.mustGive(NOT_FOUND, state.one(lrs, "GET", "o", "d1"));
            lrs.mustGive(NOT_FOUND, state.one(lrs, "GET", "o", "d2"));
            lrs.mustGive(OK, state.one(lrs, "GET", "other", "d3"));
        }
    }

    @ConformanceTest("LRS-166")
    void keepsTheStatesOfEachRegistrationApart(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (String registration : new String[] {"r1", "r2"}) {
                lrs.prepare(Documents.STATE
                        .sending(lrs, "POST", "o", "d", "{\"of\":\"" + registration + "\"}")
                        .parameter("registration", lrs.names().id(registration)));
            }
            for (String registration : new String[] {"r1", "r2"}) {
                HttpAnswer answer = lrs.ask(Documents.STATE
                        .one(lrs, "GET", "o", "d")
                        .parameter("registration", lrs.names().id(registration)));
                lrs.must(
                        Dialogue.json(answer).path("of").asText().equals(registration),
                        Texts.of("lrs.expected.member", "of", registration));
            }
        }
    }

    @ConformanceTest("LRS-167")
    void keepsTheDocumentsOfEachOwnerApart(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.prepare(kind.sending(lrs, "POST", "o1", "apart", "{\"of\":\"o1\"}"));
                lrs.prepare(kind.sending(lrs, "POST", "o2", "apart", "{\"of\":\"o2\"}"));
                HttpAnswer answer = lrs.ask(kind.one(lrs, "GET", "o1", "apart"));
                lrs.must(
                        Dialogue.json(answer).path("of").asText().equals("o1"),
                        Texts.of("lrs.expected.member", "of", "o1"));
                lrs.mustGive(NOT_FOUND, kind.one(lrs, "GET", "o3", "apart"));
            }
        }
    }

    @ConformanceTest("LRS-168")
    void saysWhenADocumentChanged(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
                HttpAnswer answer = lrs.ask(kind.one(lrs, "GET", "o", "d"));
                Optional<Instant> changed = answer.header("Last-Modified").flatMap(QueryTests::httpDate);
                // A clock that is a day wrong is no clock; a smaller difference may be the tester's own.
                lrs.expect(
                        lrs.isOld() ? Level.SHOULD : Level.MUST,
                        changed.filter(moment -> Duration.between(moment, Instant.now())
                                                .abs()
                                                .compareTo(Duration.ofDays(1))
                                        < 0)
                                .isPresent(),
                        Texts.of("lrs.expected.moment", "Last-Modified"));
            }
        }
    }
}
