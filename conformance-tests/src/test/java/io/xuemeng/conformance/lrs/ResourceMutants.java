package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.answering;
import static io.xuemeng.conformance.lrs.LrsMutant.as;
import static io.xuemeng.conformance.lrs.LrsMutant.json;
import static io.xuemeng.conformance.lrs.LrsMutant.taking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Stores whose resources are there otherwise than they should: what they are, their versions, HEAD, people and activities. */
final class ResourceMutants {

    private ResourceMutants() {}

    static List<LrsMutant> all() {
        return List.of(
                answering(
                        "tells only those whom it knows what it is",
                        (asked, answer) ->
                                asked.path().equals("/about") && asked.isAnonymous() ? answer.status(401) : answer),
                answering(
                        "does not tell its versions",
                        (asked, answer) -> asked.path().equals("/about") ? json(answer, "{\"version\":[]}") : answer),
                answering("never says its version", (asked, answer) -> answer.withoutHeader(Dialogue.VERSION)),
                answering(
                        "says no version in errors",
                        (asked, answer) -> answer.status() >= 400 ? answer.withoutHeader(Dialogue.VERSION) : answer),
                answering(
                        "speaks 1.0.3 and no other 1.0",
                        (asked, answer) ->
                                asked.header(Dialogue.VERSION).orElse("").matches("1\\.0(?:\\.[0-29])?")
                                        ? answer.status(400)
                                        : answer),
                answering(
                        "has no HEAD", (asked, answer) -> asked.method().equals("HEAD") ? answer.status(405) : answer),
                taking(
                        "answers HEAD with the body",
                        asked -> asked.method().equals("HEAD") ? as(asked, "GET", asked.path()) : asked),
                answering(
                        "answers HEAD without entity tags",
                        (asked, answer) -> asked.method().equals("HEAD") ? answer.withoutHeader("ETag") : answer),
                changing("gives an agent for a person", "/agents", person -> {
                    person.put("objectType", "Agent");
                }),
                changing("gives a person one account", "/agents", person -> {
                    if (person.path("account").isArray()) {
                        person.set("account", person.path("account").path(0));
                    }
                }),
                answering(
                        "does not find activities that nobody described",
                        (asked, answer) -> asked.path().equals("/activities")
                                        && asked.method().equals("GET")
                                        && !answer.text().contains("definition")
                                ? answer.status(404)
                                : answer),
                changing("keeps no definitions", "/activities", activity -> activity.remove("definition")));
    }

    private static LrsMutant changing(String name, String path, Consumer<ObjectNode> edit) {
        return answering(name, (asked, answer) -> {
            if (asked.path().equals(path)
                    && asked.method().equals("GET")
                    && Dialogue.json(answer) instanceof ObjectNode object) {
                edit.accept(object);
                return json(answer, object.toString());
            }
            return answer;
        });
    }
}
