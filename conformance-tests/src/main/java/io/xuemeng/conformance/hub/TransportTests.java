package io.xuemeng.conformance.hub;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is the same for all that a hub offers over HTTP. */
@ForRole(Role.HUB)
final class TransportTests {

    private static final Pattern AGE = Pattern.compile("(?i)(?:^|[\\s,])(?:s-maxage|max-age)\\s*=\\s*\"?(\\d{1,18})");

    /** What everybody may ask for, by where it is. */
    private static Map<URI, HttpQuestion> places(HubPlatform hub, Asking asking) {
        Map<URI, HttpQuestion> places = new LinkedHashMap<>();
        places.put(asking.federation().configurationAddress(), Asking.get());
        places.put(
                asking.federation().endpoint(Federation.FETCH),
                Asking.get().parameter("sub", hub.terms().member()));
        places.put(asking.federation().endpoint(Federation.LIST), Asking.get());
        return places;
    }

    private static HttpQuestion with(String method, HttpQuestion get) {
        return HttpQuestion.of(method, "").query(get.query());
    }

    @ConformanceTest("HUB-040")
    void isChangedByNobody(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        for (Map.Entry<URI, HttpQuestion> place : places(hub, asking).entrySet()) {
            for (String method : List.of("PUT", "DELETE", "PATCH")) {
                HttpQuestion question = with(method, place.getValue());
                HttpAnswer answer = asking.ask(
                        place.getKey(),
                        method.equals("DELETE")
                                ? question
                                : question.header("Content-Type", "application/json")
                                        .body("{}"));
                asking.must(
                        answer.status() >= 400 && answer.status() < 500,
                        Texts.of("hub.expected.methodRefused", method));
            }
        }
    }

    @ConformanceTest("HUB-041")
    void saysWhichMethodsThereAre(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        for (Map.Entry<URI, HttpQuestion> place : places(hub, asking).entrySet()) {
            HttpAnswer answer = asking.ask(place.getKey(), with("DELETE", place.getValue()));
            asking.should(
                    answer.status() == 405 && answer.header("Allow").orElse("").contains("GET"),
                    Texts.of("hub.expected.notAllowed"));
        }
    }

    @ConformanceTest("HUB-042")
    void answersHeadLikeGetWithoutTheBody(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        for (Map.Entry<URI, HttpQuestion> place : places(hub, asking).entrySet()) {
            HttpAnswer get = asking.ask(place.getKey(), place.getValue());
            HttpAnswer head = asking.ask(place.getKey(), with("HEAD", place.getValue()));
            asking.must(
                    head.status() == get.status()
                            && head.mediaType().equals(get.mediaType())
                            && head.body().length == 0,
                    Texts.of("hub.expected.head", get.status()));
        }
    }

    @ConformanceTest("HUB-043")
    void letsNothingBeKeptForLongerThanItIsGood(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        for (Map.Entry<URI, HttpQuestion> place : places(hub, asking).entrySet()) {
            HttpAnswer answer = asking.ask(place.getKey(), place.getValue());
            OptionalLong end = end(answer);
            long left = end.orElse(0)
                    - Instant.now().getEpochSecond()
                    + hub.terms().clockSkew().toSeconds();
            asking.must(end.isEmpty() || age(answer) <= left, Texts.of("hub.expected.cache", left));
        }
    }

    /** When a statement ends; empty for what is no statement. */
    private static OptionalLong end(HttpAnswer answer) {
        var end = Payload.claims(answer.text()).path("exp");
        return end.canConvertToLong() ? OptionalLong.of(end.asLong()) : OptionalLong.empty();
    }

    /** The longest time for which somebody may keep an answer. */
    private static long age(HttpAnswer answer) {
        Matcher matcher = AGE.matcher(String.join(",", answer.headers().getOrDefault("Cache-Control", List.of())));
        long age = 0;
        while (matcher.find()) {
            age = Math.max(age, Long.parseLong(matcher.group(1)));
        }
        return age;
    }

    @ConformanceTest("HUB-045")
    void knowsNobodyAgain(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        for (Map.Entry<URI, HttpQuestion> place : places(hub, asking).entrySet()) {
            HttpAnswer answer = asking.ask(place.getKey(), place.getValue());
            asking.should(answer.header("Set-Cookie").isEmpty(), Texts.of("hub.expected.noCookie"));
        }
    }
}
