package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.mending;
import static io.xuemeng.conformance.lrs.Mending.IRI;
import static io.xuemeng.conformance.lrs.Mending.UUID;
import static io.xuemeng.conformance.lrs.Mending.added;
import static io.xuemeng.conformance.lrs.Mending.json;
import static io.xuemeng.conformance.lrs.Mending.objects;
import static io.xuemeng.conformance.lrs.Mending.text;
import static io.xuemeng.conformance.lrs.Mending.texts;
import static io.xuemeng.conformance.lrs.Mending.under;
import static io.xuemeng.conformance.lrs.Mending.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Stores that take statements whose definition, result, context or attachments are wrong. */
final class DetailMutants {

    private static final String LESSON = "https://example.cn/lesson";
    private static final JsonNode AGENT = json("{\"objectType\":\"Agent\",\"mbox\":\"mailto:nobody@example.cn\"}");
    private static final JsonNode GROUP = json("{\"objectType\":\"Group\",\"mbox\":\"mailto:nobody@example.cn\"}");
    private static final List<String> DEFINITION = List.of("definition");
    private static final List<String> ATTACHMENTS = List.of("attachments");
    private static final List<String> CONTEXT = List.of("context");

    private DetailMutants() {}

    static List<LrsMutant> all() {
        List<LrsMutant> all = new ArrayList<>();
        all.addAll(definitions());
        all.addAll(results());
        all.addAll(contexts());
        all.addAll(attachments());
        all.addAll(maps());
        return all;
    }

    private static List<LrsMutant> definitions() {
        return List.of(
                mending("takes any text for the type of an activity", under(DEFINITION, object -> {
                    if (object.has("type")
                            && !IRI.matcher(object.path("type").asText()).matches()) {
                        object.put("type", LESSON);
                    }
                })),
                mending("takes any text for a further address", texts("moreInfo", IRI, LESSON)),
                mending("takes choices for an interaction", under(DEFINITION, object -> {
                    if (object.has("choices") && !object.has("interactionType")) {
                        object.put("interactionType", "choice");
                    }
                })),
                mending("reads the type of interactions in whatever case", under(DEFINITION, object -> {
                    if (object.path("interactionType").asText().equals("Choice")) {
                        object.put("interactionType", "choice");
                    }
                })),
                mending("ignores lists that the interaction does not have", under(DEFINITION, object -> {
                    if (object.path("interactionType").asText().equals("choice")) {
                        object.remove("scale");
                    }
                })),
                mending("takes choices without an id", added(List.of("choices"), "id", text("nameless"))),
                mending("takes two choices of one id", under(DEFINITION, object -> {
                    Set<String> ids = new HashSet<>();
                    object.path("choices").forEach(choice -> {
                        if (!ids.add(choice.path("id").asText()) && choice instanceof ObjectNode twice) {
                            twice.put("id", "twice");
                        }
                    });
                })));
    }

    private static List<LrsMutant> results() {
        return List.of(
                mending("takes any scaled score", score(score -> {
                    double scaled = score.path("scaled").asDouble();
                    if (scaled > 1 || scaled < -1) {
                        score.put("scaled", 1);
                    }
                })),
                mending("takes a score beyond the highest", score(score -> {
                    if (score.path("raw").asDouble() > score.path("max").asDouble()) {
                        score.set("raw", score.path("max"));
                    }
                })),
                mending("takes a lowest score that is the highest", score(score -> {
                    if (score.has("min")
                            && score.path("min").asDouble() == score.path("max").asDouble()) {
                        score.remove("min");
                    }
                })),
                mending(
                        "takes durations of weeks and days",
                        values("duration", value -> value.asText().matches("P\\d+W.+"), text("P29D"))),
                mending(
                        "takes durations that go back",
                        values("duration", value -> value.asText().startsWith("-"), text("PT1M"))),
                mending(
                        "takes durations of nothing",
                        values("duration", value -> value.asText().matches("PT?"), text("PT0S"))));
    }

    private static Consumer<ObjectNode> score(Consumer<ObjectNode> mend) {
        return under(List.of("score"), mend);
    }

    private static List<LrsMutant> contexts() {
        return List.of(
                mending("takes any text for a registration", under(CONTEXT, context -> {
                    if (context.has("registration")
                            && !UUID.matcher(context.path("registration").asText())
                                    .matches()) {
                        context.remove("registration");
                    }
                })),
                mending("takes the revision of anything", withoutUnlessActivity("revision")),
                mending("takes the platform of anything", withoutUnlessActivity("platform")),
                mending("takes any text for a language", under(CONTEXT, context -> {
                    if (context.path("language").asText().equals("a12345")) {
                        context.remove("language");
                    }
                })),
                mending("keeps activities of whatever relation", under(List.of("contextActivities"), context -> {
                    context.remove("sibling");
                })),
                mending("takes addresses for activities", under(List.of("contextActivities"), context -> {
                    if (context.path("parent").isTextual()) {
                        context.set(
                                "parent", JsonNodeFactory.instance.objectNode().set("id", context.path("parent")));
                    }
                })),
                mending("takes whatever has an id for a reference", under(CONTEXT, context -> {
                    if (context.path("statement") instanceof ObjectNode reference) {
                        reference.put("objectType", "StatementRef");
                    }
                })),
                mending("takes context agents of any type", under(List.of("contextAgents"), agent -> {
                    agent.put("objectType", "contextAgent");
                })),
                mending("takes context agents without an agent", added(List.of("contextAgents"), "agent", AGENT)),
                mending("takes groups for context agents", under(List.of("contextAgents"), agent -> {
                    if (agent.path("agent") instanceof ObjectNode group) {
                        group.put("objectType", "Agent");
                    }
                })),
                mending("takes context groups of any type", under(List.of("contextGroups"), group -> {
                    group.put("objectType", "contextGroup");
                })),
                mending("takes context groups without a group", added(List.of("contextGroups"), "group", GROUP)),
                mending("takes no relevant type", relevantTypes(types -> {
                    if (types.isEmpty()) {
                        types.add(LESSON);
                    }
                })),
                mending("takes any text for a relevant type", relevantTypes(types -> {
                    for (int i = 0; i < types.size(); i++) {
                        if (!IRI.matcher(types.path(i).asText()).matches()) {
                            types.set(i, text(LESSON));
                        }
                    }
                })));
    }

    private static Consumer<ObjectNode> relevantTypes(Consumer<ArrayNode> mend) {
        return statement -> objects(statement, "", (place, object) -> {
            if (object.path("relevantTypes") instanceof ArrayNode types) {
                mend.accept(types);
            }
        });
    }

    private static Consumer<ObjectNode> withoutUnlessActivity(String member) {
        return statement -> objects(statement, "", (place, object) -> {
            boolean activity =
                    object.path("object").path("objectType").asText("Activity").equals("Activity");
            if (!activity && object.path("context") instanceof ObjectNode context) {
                context.remove(member);
            }
        });
    }

    private static List<LrsMutant> attachments() {
        return List.of(
                mending("takes attachments without a purpose", added(ATTACHMENTS, "usageType", text(LESSON))),
                mending("takes any text for a purpose", texts("usageType", IRI, LESSON)),
                mending("takes attachments without a title", added(ATTACHMENTS, "display", json("{\"zh-CN\":\"作业\"}"))),
                mending("takes attachments without a type", added(ATTACHMENTS, "contentType", text("application/pdf"))),
                mending(
                        "takes any text for a media type",
                        texts("contentType", Pattern.compile(".+/.+"), "application/pdf")),
                mending("takes attachments without a length", added(ATTACHMENTS, "length", IntNode.valueOf(27))),
                mending(
                        "takes parts of octets",
                        values("length", value -> value.isNumber() && value.asDouble() % 1 != 0, IntNode.valueOf(27))),
                mending(
                        "takes lengths below zero",
                        values("length", value -> value.asDouble() < 0, IntNode.valueOf(27))),
                mending("takes attachments without a hash", added(ATTACHMENTS, "sha2", text("a".repeat(64)))),
                mending("takes any letters for a hash", texts("sha2", Pattern.compile("[0-9a-f]+"), "a".repeat(64))),
                mending("takes hashes of any length", texts("sha2", Pattern.compile("[0-9a-fx]{64}"), "a".repeat(64))),
                mending("takes any text for the address of a file", texts("fileUrl", IRI, LESSON)),
                mending("takes signatures of any media type", under(ATTACHMENTS, attachment -> {
                    boolean signature = attachment.path("usageType").asText().endsWith("/signature");
                    if (signature && attachment.has("fileUrl")) {
                        attachment.put("usageType", LESSON);
                    }
                })));
    }

    private static List<LrsMutant> maps() {
        return List.of(
                mending("takes any word for a language tag", under(List.of("display"), map -> {
                    if (map.has("chinesisch")) {
                        map.set("zh", map.remove("chinesisch"));
                    }
                })),
                mending("takes language tags with an extension twice", under(List.of("display"), map -> {
                    if (map.has("zh-z-aaa-z-bbb-c-ccc")) {
                        map.set("zh", map.remove("zh-z-aaa-z-bbb-c-ccc"));
                    }
                })),
                mending(
                        "takes any word for the name of an extension",
                        statement -> objects(statement, "", (place, object) -> {
                            if (object.path("extensions") instanceof ObjectNode extensions && extensions.has("stage")) {
                                extensions.set(LESSON, extensions.remove("stage"));
                            }
                        })));
    }
}
