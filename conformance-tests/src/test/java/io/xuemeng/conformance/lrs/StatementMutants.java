package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.mending;
import static io.xuemeng.conformance.lrs.LrsMutant.reading;
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
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Stores that take statements whose JSON, actor, verb or object is wrong. */
final class StatementMutants {

    private static final JsonNode AGENT = json("{\"mbox\":\"mailto:nobody@example.cn\"}");
    private static final JsonNode ACCOUNT = json("{\"homePage\":\"https://example.cn\",\"name\":\"nobody\"}");
    private static final JsonNode VERB = json("{\"id\":\"https://example.cn/verbs/did\"}");
    private static final JsonNode ACTIVITY = json("{\"id\":\"https://example.cn/activities/something\"}");
    private static final List<String> ACTORS = List.of("actor", "authority", "instructor", "team", "member");
    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final List<String> NAMES = List.of("actor", "verb", "object", "name", "version", "id", "mbox");

    private StatementMutants() {}

    static List<LrsMutant> all() {
        List<LrsMutant> all = new ArrayList<>();
        all.addAll(documents());
        all.addAll(statements());
        all.addAll(actors());
        all.addAll(objectsAndVerbs());
        return all;
    }

    private static List<LrsMutant> documents() {
        return List.of(
                reading("skips what is no statement", seen -> {
                    ArrayNode statements = JsonNodeFactory.instance.arrayNode();
                    (seen.isArray() ? seen : List.of(seen)).forEach(node -> {
                        if (node.isObject()) {
                            statements.add(node);
                        }
                    });
                    return seen.isObject() ? seen : statements;
                }),
                mending(
                        "ignores members that it does not know",
                        statement -> objects(statement, "", (place, object) -> {
                            object.remove("grade");
                            if (place.equals("account")) {
                                object.remove("id");
                            }
                        })),
                mending("knows the names of members in whatever case", StatementMutants::withNames),
                mending(
                        "takes null for absent",
                        statement -> objects(statement, "", (place, object) -> {
                            List<String> names = new ArrayList<>();
                            object.fieldNames().forEachRemaining(names::add);
                            names.removeIf(name -> !object.path(name).isNull());
                            object.remove(names);
                        })),
                mending("takes numbers for texts", values("name", JsonNode::isNumber, text("32"))),
                mending("takes texts for numbers", under(List.of("score"), score -> {
                    for (String name : List.of("scaled", "raw", "min", "max")) {
                        if (score.path(name).isTextual()) {
                            score.put(
                                    name,
                                    new java.math.BigDecimal(score.path(name).asText()));
                        }
                    }
                })),
                mending("takes texts for true and false", values("success", JsonNode::isTextual, BooleanNode.TRUE)),
                reading("keeps the first of two statements of one id", seen -> {
                    Set<String> ids = new HashSet<>();
                    ArrayNode statements = JsonNodeFactory.instance.arrayNode();
                    for (JsonNode statement : seen.isArray() ? seen : statements) {
                        if (!statement.has("id") || ids.add(statement.path("id").asText())) {
                            statements.add(statement);
                        }
                    }
                    return seen.isArray() ? statements : seen;
                }));
    }

    private static void withNames(ObjectNode statement) {
        objects(statement, "", (place, object) -> {
            Map<String, String> renamed = new TreeMap<>();
            object.fieldNames().forEachRemaining(name -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!lower.equals(name) && NAMES.contains(lower)) {
                    renamed.put(name, lower);
                }
            });
            renamed.forEach((from, to) -> object.set(to, object.remove(from)));
        });
    }

    private static List<LrsMutant> statements() {
        Pattern minusZero = Pattern.compile(".*-00(?::?00)?$");
        Pattern time = Pattern.compile("\\d{4}-\\d\\d-(?!31)\\d\\dT\\d\\d:.*");
        return List.of(
                mending("makes up an actor", added(List.of(""), "actor", AGENT)),
                mending("makes up a verb", added(List.of(""), "verb", VERB)),
                mending("makes up an object", statement -> {
                    if (!statement.has("object")
                            && !statement.path("verb").path("id").asText().endsWith("/voided")) {
                        statement.set("object", ACTIVITY);
                    } else if (!statement.has("object")) {
                        statement.set("verb", VERB);
                        statement.set("object", ACTIVITY);
                    }
                }),
                mending("gives another id to statements whose id is no UUID", statement -> {
                    if (statement.has("id")
                            && !UUID.matcher(statement.path("id").asText()).matches()) {
                        statement.remove("id");
                    }
                }),
                mending("takes its own time for one that does not exist", statement -> {
                    String found = statement.path("timestamp").asText();
                    if (statement.has("timestamp") && !time.matcher(found).matches()) {
                        statement.remove("timestamp");
                    }
                }),
                mending("takes minus zero for zero", statement -> {
                    String found = statement.path("timestamp").asText();
                    if (minusZero.matcher(found).matches()) {
                        statement.put("timestamp", found.replaceFirst("-(00(?::?00)?)$", "+$1"));
                    }
                }),
                mending("takes statements of 1.1 for statements of 1.0", statement -> {
                    if (statement.path("version").asText().startsWith("1.1")) {
                        statement.remove("version");
                    }
                }),
                mending("takes words for versions", statement -> {
                    if (statement.path("version").asText().matches("[a-z]+")) {
                        statement.remove("version");
                    }
                }),
                mending("does not look at what authority is claimed", statement -> statement.remove("authority")));
    }

    private static List<LrsMutant> actors() {
        return List.of(
                mending(
                        "takes agents without an identifier",
                        statement -> objects(statement, "", (place, object) -> {
                            boolean agent = object.path("objectType").asText().equals("Agent");
                            if (agent && IDENTIFIERS.stream().noneMatch(object::has)) {
                                object.set("account", ACCOUNT);
                            }
                        })),
                mending(
                        "takes the first of two identifiers",
                        statement -> objects(statement, "", (place, object) -> {
                            boolean first = true;
                            for (String name : IDENTIFIERS) {
                                if (object.has(name) && Mending.isActor(place, object)) {
                                    if (!first) {
                                        object.remove(name);
                                    }
                                    first = false;
                                }
                            }
                        })),
                mending("reads the type of actors in whatever case", under(ACTORS, actor -> {
                    if (actor.path("objectType").asText().equals("group")) {
                        actor.put("objectType", "Group");
                    }
                })),
                mending(
                        "takes an e-mail address without mailto:",
                        texts("mbox", Pattern.compile("mailto:.*|.*[ ?,].*|MAILTO.*|"), "mailto:nobody@example.cn")),
                mending(
                        "takes whatever begins with mailto:",
                        values(
                                "mbox",
                                value -> value.asText().matches("mailto:[^@]*"),
                                text("mailto:nobody@example.cn"))),
                mending(
                        "does not count the digits of hashes",
                        texts("mbox_sha1sum", Pattern.compile("[0-9a-f]{40}|g.*"), "e".repeat(40))),
                mending(
                        "takes any letters for digits of hashes",
                        texts("mbox_sha1sum", Pattern.compile("[0-9a-f]+"), "e".repeat(40))),
                mending("takes any text for an openid", texts("openid", IRI, "https://openid.example.org/1")),
                mending("takes any text for a home page", texts("homePage", IRI, "https://example.cn")),
                mending(
                        "takes accounts without a home page",
                        added(List.of("account"), "homePage", text("https://example.cn"))),
                mending("takes accounts without a name", added(List.of("account"), "name", text("nobody"))),
                mending(
                        "takes groups without members",
                        statement -> objects(statement, "", (place, object) -> {
                            boolean group = object.path("objectType").asText().equals("Group");
                            if (group
                                    && IDENTIFIERS.stream().noneMatch(object::has)
                                    && object.path("member").isMissingNode()) {
                                object.putArray("member").add(AGENT);
                            }
                        })),
                mending("takes groups for members", under(List.of("member"), member -> {
                    if (member.path("objectType").asText().equals("Group")) {
                        member.put("objectType", "Agent").remove("member");
                    }
                })),
                mending("takes a person for a team", under(List.of("team"), team -> {
                    if (!team.has("objectType")) {
                        team.put("objectType", "Group");
                    }
                })));
    }

    private static List<LrsMutant> objectsAndVerbs() {
        return List.of(
                mending("takes verbs without an id", added(List.of("verb"), "id", VERB.path("id"))),
                mending("takes any text for a verb", under(List.of("verb"), verb -> {
                    if (verb.has("id") && !IRI.matcher(verb.path("id").asText()).matches()) {
                        verb.set("id", VERB.path("id"));
                    }
                })),
                mending("takes anything for what is voided", statement -> {
                    boolean voids = statement.path("verb").path("id").asText().endsWith("/voided");
                    if (voids
                            && statement.path("object").has("id")
                            && !statement.path("object").has("objectType")) {
                        statement.set("verb", VERB);
                    }
                }),
                mending(
                        "reads the type of activities in whatever case",
                        statement -> objects(statement, "", (place, object) -> {
                            if (object.path("objectType").asText().equals("activity")) {
                                object.put("objectType", "Activity");
                            }
                        })),
                mending("reads the type of references in whatever case", under(List.of("object"), object -> {
                    if (object.path("objectType").asText().equals("statementRef")) {
                        object.put("objectType", "StatementRef");
                    }
                })),
                mending("takes activities without an id", under(List.of("object"), object -> {
                    String type = object.path("objectType").asText("Activity");
                    if (type.equals("Activity") && !object.has("id")) {
                        object.set("id", ACTIVITY.path("id"));
                    }
                })),
                mending("takes any text for an activity", under(List.of("object"), object -> {
                    boolean activity =
                            object.path("objectType").asText("Activity").equals("Activity");
                    if (activity
                            && object.has("id")
                            && !IRI.matcher(object.path("id").asText()).matches()) {
                        object.set("id", ACTIVITY.path("id"));
                    }
                })),
                mending("takes references to nothing", under(List.of("object"), object -> {
                    if (object.path("objectType").asText().equals("StatementRef") && !object.has("id")) {
                        object.put("id", "6690e6c9-3ef0-4ed3-8b37-7f3964730bee");
                    }
                })),
                mending("takes any text for the id of a reference", under(List.of("object"), object -> {
                    if (object.path("objectType").asText().equals("StatementRef")
                            && object.has("id")
                            && !UUID.matcher(object.path("id").asText()).matches()) {
                        object.put("id", "6690e6c9-3ef0-4ed3-8b37-7f3964730bee");
                    }
                })),
                mending("takes sub-statements within sub-statements", statement -> {
                    JsonNode inner = statement.path("object");
                    boolean nested =
                            inner.path("object").path("objectType").asText().equals("SubStatement");
                    if (nested && inner instanceof ObjectNode object) {
                        object.set("object", ACTIVITY);
                    }
                }),
                mending("takes whole statements for sub-statements", under(List.of("object"), object -> {
                    if (object.path("objectType").asText().equals("SubStatement")) {
                        object.remove(List.of("id", "version", "stored", "authority"));
                    }
                })));
    }
}
