package io.xuemeng.lrs.statement;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements as JSON in UTF-8, without white space. A statement that was read is written with everything it had: the
 * digits of its numbers, the texts of its timestamps, its extensions, its empty lists. The same record gives the same bytes.
 * It writes what a record holds, right or wrong. Stateless.
 */
public final class StatementWriter {

    private StatementWriter() {}

    /** A statement as a JSON object. */
    public static byte[] write(Statement statement) {
        return JsonWriter.compact(out -> write(out, statement));
    }

    /** Statements as a JSON array, to be sent as one batch. */
    public static byte[] write(List<Statement> statements) {
        return JsonWriter.compact(out -> {
            out.startArray();
            statements.forEach(statement -> write(out, statement));
            out.endArray();
        });
    }

    /** An agent or group as a JSON object, such as the parameter {@code agent}. */
    public static byte[] write(Actor actor) {
        return JsonWriter.compact(out -> actor(out, actor, false));
    }

    /** A statement into a writer that stands where a value may stand. */
    public static void write(JsonWriter out, Statement statement) {
        out.startObject();
        out.member("id", statement.id());
        parts(out, statement.actor(), statement.verb(), statement.object(), statement.result(), statement.context());
        timestamp(out, "timestamp", statement.timestamp());
        timestamp(out, "stored", statement.stored());
        member(out, "authority", statement.authority(), (writer, actor) -> actor(writer, actor, false));
        out.member("version", statement.version());
        array(out, "attachments", statement.attachments(), StatementWriter::attachment);
        out.endObject();
    }

    private static void parts(
            JsonWriter out,
            Actor actor,
            Verb verb,
            StatementObject object,
            @Nullable Result result,
            @Nullable Context context) {
        out.name("actor");
        actor(out, actor, false);
        out.name("verb").startObject().member("id", verb.id());
        languageMap(out, "display", verb.display());
        out.endObject().name("object");
        object(out, object);
        member(out, "result", result, StatementWriter::result);
        member(out, "context", context, StatementWriter::context);
    }

    private static <T> void member(JsonWriter out, String name, @Nullable T value, BiConsumer<JsonWriter, T> writer) {
        if (value != null) {
            out.name(name);
            writer.accept(out, value);
        }
    }

    private static <T> void array(
            JsonWriter out, String name, @Nullable List<T> values, BiConsumer<JsonWriter, T> writer) {
        if (values != null) {
            out.name(name).startArray();
            values.forEach(value -> writer.accept(out, value));
            out.endArray();
        }
    }

    private static void timestamp(JsonWriter out, String name, @Nullable Timestamp timestamp) {
        out.member(name, timestamp == null ? null : timestamp.text());
    }

    private static void languageMap(JsonWriter out, String name, @Nullable LanguageMap map) {
        if (map != null) {
            out.name(name).startObject();
            map.texts().forEach(out::member);
            out.endObject();
        }
    }

    private static void extensions(JsonWriter out, @Nullable Extensions extensions) {
        if (extensions != null) {
            out.name("extensions").startObject();
            for (Map.Entry<String, RawJson> extension : extensions.values().entrySet()) {
                out.member(extension.getKey(), extension.getValue());
            }
            out.endObject();
        }
    }

    private static void actor(JsonWriter out, Actor actor, boolean asObject) {
        out.startObject();
        if (actor instanceof Agent agent) {
            out.member("objectType", agent.typeStated() || asObject ? "Agent" : null);
        } else {
            out.member("objectType", "Group");
        }
        out.member("name", actor.name());
        identifier(out, actor.identifier());
        if (actor instanceof Group group) {
            array(out, "member", group.members(), (writer, member) -> actor(writer, member, false));
        }
        out.endObject();
    }

    private static void identifier(JsonWriter out, @Nullable InverseFunctionalIdentifier identifier) {
        if (identifier instanceof Mbox mbox) {
            out.member("mbox", mbox.address());
        } else if (identifier instanceof MboxSha1sum sum) {
            out.member("mbox_sha1sum", sum.hash());
        } else if (identifier instanceof OpenId openId) {
            out.member("openid", openId.uri());
        } else if (identifier instanceof Account account) {
            out.name("account")
                    .startObject()
                    .member("homePage", account.homePage())
                    .member("name", account.name())
                    .endObject();
        }
    }

    private static void object(JsonWriter out, StatementObject object) {
        if (object instanceof Activity activity) {
            activity(out, activity);
        } else if (object instanceof Actor actor) {
            actor(out, actor, true);
        } else if (object instanceof StatementRef reference) {
            reference(out, reference);
        } else if (object instanceof SubStatement statement) {
            out.startObject().member("objectType", "SubStatement");
            parts(
                    out,
                    statement.actor(),
                    statement.verb(),
                    statement.object(),
                    statement.result(),
                    statement.context());
            timestamp(out, "timestamp", statement.timestamp());
            array(out, "attachments", statement.attachments(), StatementWriter::attachment);
            out.endObject();
        }
    }

    private static void reference(JsonWriter out, StatementRef reference) {
        out.startObject()
                .member("objectType", "StatementRef")
                .member("id", reference.id())
                .endObject();
    }

    private static void activity(JsonWriter out, Activity activity) {
        out.startObject();
        out.member("objectType", activity.typeStated() ? "Activity" : null);
        out.member("id", activity.id());
        member(out, "definition", activity.definition(), StatementWriter::definition);
        out.endObject();
    }

    private static void definition(JsonWriter out, ActivityDefinition definition) {
        out.startObject();
        languageMap(out, "name", definition.name());
        languageMap(out, "description", definition.description());
        out.member("type", definition.type());
        out.member("moreInfo", definition.moreInfo());
        InteractionType type = definition.interactionType();
        out.member("interactionType", type == null ? null : type.text());
        array(out, "correctResponsesPattern", definition.correctResponsesPattern(), JsonWriter::value);
        for (ComponentList list : ComponentList.values()) {
            array(out, list.property(), definition.components(list), StatementWriter::component);
        }
        extensions(out, definition.extensions());
        out.endObject();
    }

    private static void component(JsonWriter out, InteractionComponent component) {
        out.startObject().member("id", component.id());
        languageMap(out, "description", component.description());
        out.endObject();
    }

    private static void result(JsonWriter out, Result result) {
        out.startObject();
        member(
                out,
                "score",
                result.score(),
                (writer, score) -> writer.startObject()
                        .member("scaled", score.scaled())
                        .member("raw", score.raw())
                        .member("min", score.min())
                        .member("max", score.max())
                        .endObject());
        out.member("success", result.success());
        out.member("completion", result.completion());
        out.member("response", result.response());
        out.member("duration", result.duration());
        extensions(out, result.extensions());
        out.endObject();
    }

    private static void context(JsonWriter out, Context context) {
        out.startObject();
        out.member("registration", context.registration());
        member(out, "instructor", context.instructor(), (writer, actor) -> actor(writer, actor, false));
        member(out, "team", context.team(), (writer, group) -> actor(writer, group, false));
        member(out, "contextActivities", context.contextActivities(), StatementWriter::contextActivities);
        array(out, "contextAgents", context.contextAgents(), (writer, agent) -> {
            writer.startObject().member("objectType", "contextAgent").name("agent");
            actor(writer, agent.agent(), false);
            array(writer, "relevantTypes", agent.relevantTypes(), JsonWriter::value);
            writer.endObject();
        });
        array(out, "contextGroups", context.contextGroups(), (writer, group) -> {
            writer.startObject().member("objectType", "contextGroup").name("group");
            actor(writer, group.group(), false);
            array(writer, "relevantTypes", group.relevantTypes(), JsonWriter::value);
            writer.endObject();
        });
        out.member("revision", context.revision());
        out.member("platform", context.platform());
        out.member("language", context.language());
        member(out, "statement", context.statement(), StatementWriter::reference);
        extensions(out, context.extensions());
        out.endObject();
    }

    private static void contextActivities(JsonWriter out, ContextActivities activities) {
        out.startObject();
        array(out, "parent", activities.parent(), StatementWriter::activity);
        array(out, "grouping", activities.grouping(), StatementWriter::activity);
        array(out, "category", activities.category(), StatementWriter::activity);
        array(out, "other", activities.other(), StatementWriter::activity);
        out.endObject();
    }

    private static void attachment(JsonWriter out, Attachment attachment) {
        out.startObject().member("usageType", attachment.usageType());
        languageMap(out, "display", attachment.display());
        languageMap(out, "description", attachment.description());
        out.member("contentType", attachment.contentType());
        out.name("length").value(attachment.length());
        out.member("sha2", attachment.sha2());
        out.member("fileUrl", attachment.fileUrl());
        out.endObject();
    }
}
