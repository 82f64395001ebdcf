package io.xuemeng.conformance.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit does not fail a store for what the standards let it do, or only say that it should not. */
class PermissiveLrsTest {

    private static final List<String> HABITS = List.of(
            "answers methods that it has not with 404",
            "tells only those whom it knows what it is",
            "takes every body for a form",
            "takes choices without an id",
            "takes two choices of one id",
            "ignores lists that the interaction does not have",
            "answers 409 to whatever it has",
            "keeps numbers as floats",
            "writes documents in JSON anew");

    @TempDir
    Path folder;

    @Test
    void aStoreThatDoesWhatItMayIsConformant() throws SQLException {
        try (EnginePlatform engine = EnginePlatform.open()) {
            HttpPlatform platform = oneMergeAtATime(onlyJsonPosted(asked -> others(asked, engine.ask(asked))));
            for (String habit : HABITS) {
                platform = mutant(habit).over().apply(platform);
            }
            String[] features = new LrsKit().features().keySet().toArray(String[]::new);
            List<RequirementResult> results = ConformanceRun.run(
                            Plan.of("permissive", List.of(Offer.of(Role.LRS, platform, features))), folder)
                    .roles()
                    .get(0)
                    .requirements();

            assertThat(results)
                    .filteredOn(result -> result.verdict() != Verdict.PASSED && result.verdict() != Verdict.WARNED)
                    .extracting(RequirementResult::id)
                    .isEmpty();
            assertThat(results)
                    .filteredOn(result -> result.verdict() == Verdict.WARNED)
                    .extracting(RequirementResult::id)
                    .containsExactlyInAnyOrder(
                            "LRS-002", "LRS-033", "LRS-073", "LRS-100", "LRS-118", "LRS-126", "LRS-160", "LRS-168",
                            "REC-062", "REC-063", "REC-064");
        }
    }

    /** Documents of another type than JSON are refused when they are posted, whether there is one or not, and not kept. */
    private static HttpPlatform onlyJsonPosted(HttpPlatform platform) {
        return asked -> isPostedDocument(asked)
                        && !asked.header("Content-Type").orElse("").startsWith(Dialogue.JSON)
                ? refusal(asked, 400)
                : platform.ask(asked);
    }

    /** What comes while a document is being merged into is not taken; why, is said in each way in which it may be said. */
    private static HttpPlatform oneMergeAtATime(HttpPlatform platform) {
        List<Integer> ways = List.of(409, 412, 429, 503);
        AtomicInteger refused = new AtomicInteger();
        Set<String> busy = ConcurrentHashMap.newKeySet();
        return asked -> {
            if (!isPostedDocument(asked)) {
                return platform.ask(asked);
            }
            String document = asked.path() + '?' + asked.query();
            if (!busy.add(document)) {
                return refusal(asked, ways.get(refused.getAndIncrement() % ways.size()));
            }
            try {
                PeerMutants.pause();
                return platform.ask(asked);
            } finally {
                busy.remove(document);
            }
        };
    }

    private static boolean isPostedDocument(HttpQuestion asked) {
        return asked.method().equals("POST") && (LrsMutant.has(asked, "stateId") || LrsMutant.has(asked, "profileId"));
    }

    private static HttpAnswer refusal(HttpQuestion asked, int status) {
        String version = asked.header(Dialogue.VERSION).orElse("2.0.0");
        return new HttpAnswer(status, Map.of(Dialogue.VERSION, List.of(version)), new byte[0]);
    }

    private static LrsMutant mutant(String name) {
        return Stream.of(
                        PeerMutants.all(),
                        DetailMutants.all(),
                        RequestMutants.all(),
                        ResourceMutants.all(),
                        StoringMutants.all(),
                        QueryMutants.all(),
                        KeepingMutants.all())
                .flatMap(List::stream)
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Members of groups in another order, language tags in small letters; in 1.0.3 no times of documents. */
    private static HttpAnswer others(HttpQuestion asked, HttpAnswer answer) {
        if (!asked.method().equals("GET")) {
            return answer;
        }
        if (!asked.path().endsWith("statements") && !asked.path().equals("/activities")) {
            boolean old = asked.header(Dialogue.VERSION).orElse("").startsWith("1.0");
            boolean document = asked.path().endsWith("/state") || asked.path().endsWith("/profile");
            return old && document ? answer.withoutHeader("Last-Modified") : answer;
        }
        if (!(Dialogue.json(answer) instanceof ObjectNode object)) {
            return answer;
        }
        change(object);
        if (asked.path().equals("/activities") && object.path("definition") instanceof ObjectNode definition) {
            definition.putObject("description");
        }
        return answer.body(object.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void change(JsonNode node) {
        Mending.objects(node, "", (place, object) -> {
            if (object.path("member") instanceof ArrayNode members) {
                List<JsonNode> reversed = new ArrayList<>();
                members.forEach(member -> reversed.add(0, member));
                members.removeAll().addAll(reversed);
            }
            if (List.of("display", "name", "description").contains(place) && object.has("zh-CN")) {
                object.set("zh-cn", object.remove("zh-CN"));
            }
        });
    }
}
