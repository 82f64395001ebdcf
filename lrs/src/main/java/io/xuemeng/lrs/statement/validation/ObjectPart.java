package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.code.Iri;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.ActivityDefinition;
import io.xuemeng.lrs.statement.StatementObject;
import io.xuemeng.lrs.statement.StatementRef;
import io.xuemeng.lrs.statement.form.Uuids;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of statements. Their type may come last, so all members of all types are read as they come, each the same
 * whatever the type, and judged by the type at the end.
 */
final class ObjectPart {

    /** All members that objects may have, in the order of their bits. */
    private static final List<String> PROPERTIES = List.of(
            "objectType",
            "id",
            "definition",
            "name",
            "mbox",
            "mbox_sha1sum",
            "openid",
            "account",
            "member",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "attachments",
            "stored",
            "version",
            "authority");

    private static final int TYPE = bits("objectType");
    private static final int ID = bits("id");
    private static final int NOT_IN_SUB_STATEMENTS = bits("id", "stored", "version", "authority");

    private static final List<String> REFERENCE_PROPERTIES = List.of("objectType", "id");
    private static final List<String> SUB_STATEMENT_PROPERTIES =
            List.of("objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");
    private static final List<String> TYPES =
            Arrays.stream(ObjectKind.values()).map(ObjectKind::objectType).toList();

    private final Cursor cursor;
    private final IndexBuilder index;
    private final ActorPart actors;
    private final ActivityPart activities;
    private final DefinitionPart definitions;
    private final StatementPart statements;

    ObjectPart(
            Cursor cursor,
            IndexBuilder index,
            ActorPart actors,
            ActivityPart activities,
            DefinitionPart definitions,
            StatementPart statements) {
        this.cursor = cursor;
        this.index = index;
        this.actors = actors;
        this.activities = activities;
        this.definitions = definitions;
        this.statements = statements;
    }

    private static int bits(String... properties) {
        int bits = 0;
        for (String property : properties) {
            bits |= 1 << PROPERTIES.indexOf(property);
        }
        return bits;
    }

    private static int bits(List<String> properties) {
        return bits(properties.toArray(new String[0]));
    }

    private static final int OF_ACTIVITY = bits(ActivityPart.PROPERTIES);
    private static final int OF_AGENT = bits(ActorPart.AGENT_PROPERTIES);
    private static final int OF_GROUP = bits(ActorPart.GROUP_PROPERTIES);
    private static final int OF_REFERENCE = bits(REFERENCE_PROPERTIES);
    private static final int OF_SUB_STATEMENT = bits(SUB_STATEMENT_PROPERTIES);

    private static final class Draft {

        private final int offset;
        private final boolean inSubStatement;
        private int seen;
        private final int[] offsets = new int[PROPERTIES.size()];
        private @Nullable ObjectKind kind = ObjectKind.ACTIVITY;
        private @Nullable String id;
        private @Nullable ActivityDefinition definition;
        private @Nullable ByteRange definitionRange;
        private @Nullable ActorDraft actor;
        private @Nullable StatementDraft statement;

        Draft(int offset, boolean inSubStatement) {
            this.offset = offset;
            this.inSubStatement = inSubStatement;
        }

        ActorDraft actor() {
            if (actor == null) {
                actor = new ActorDraft();
            }
            return actor;
        }

        StatementDraft statement() {
            if (statement == null) {
                statement = new StatementDraft();
            }
            return statement;
        }
    }

    /** Reads the object under the current name into a statement. */
    void object(StatementDraft target, boolean inSubStatement) throws UnreadableJsonException {
        if (!cursor.object("object")) {
            return;
        }
        JsonReader json = cursor.json;
        Draft draft = new Draft(json.offset(), inSubStatement);
        target.objectOffset = draft.offset;
        while (json.nextMember()) {
            String name = json.name();
            int property = PROPERTIES.indexOf(name);
            if (property < 0) {
                cursor.unknown(allowed(draft.kind));
            } else {
                draft.seen |= 1 << property;
                draft.offsets[property] = json.offset();
                member(draft, name);
            }
        }
        target.objectKind = draft.kind;
        target.object = finished(draft);
    }

    private void member(Draft draft, String name) throws UnreadableJsonException {
        switch (name) {
            case "objectType" -> type(draft);
            case "id" -> {
                CharSequence view = cursor.view(name);
                draft.id = view == null ? null : view.toString();
            }
            case "definition" -> {
                draft.definition = definitions.definition();
                draft.definitionRange = definitions.range();
            }
            case "name", "mbox", "mbox_sha1sum", "openid", "account", "member" -> actors.member(draft.actor(), name);
            case "stored", "version", "authority" -> cursor.json.skipValue();
            default -> {
                index.enterSubStatement();
                statements.member(draft.statement(), name, true);
                index.leaveSubStatement();
            }
        }
    }

    private void type(Draft draft) throws UnreadableJsonException {
        draft.kind = null;
        CharSequence view = cursor.view("objectType");
        if (view == null) {
            return;
        }
        draft.kind = ObjectKind.of(view);
        if (draft.kind == null) {
            cursor.report(Finding.of(StatementRequirement.OBJECT_TYPE)
                    .with("value", view.toString())
                    .with("allowed", TYPES)
                    .at(cursor.json.location()));
        }
    }

    private static List<String> allowed(@Nullable ObjectKind kind) {
        if (kind == null) {
            return PROPERTIES;
        }
        return switch (kind) {
            case ACTIVITY -> ActivityPart.PROPERTIES;
            case AGENT -> ActorPart.AGENT_PROPERTIES;
            case GROUP -> ActorPart.GROUP_PROPERTIES;
            case STATEMENT_REF -> REFERENCE_PROPERTIES;
            case SUB_STATEMENT -> SUB_STATEMENT_PROPERTIES;
        };
    }

    private @Nullable StatementObject finished(Draft draft) {
        ObjectKind kind = draft.kind;
        if (kind == null) {
            return null;
        }
        switch (kind) {
            case ACTIVITY -> {
                checkAllowed(draft, OF_ACTIVITY, kind);
                return activities.finished(
                        draft.offset,
                        has(draft, ID),
                        has(draft, TYPE),
                        checkedIri(draft),
                        draft.definition,
                        draft.definitionRange,
                        ActivityRole.OBJECT);
            }
            case AGENT, GROUP -> {
                // The member of an agent is reported with what actors lack.
                checkAllowed(draft, kind == ObjectKind.AGENT ? OF_AGENT | bits("member") : OF_GROUP, kind);
                ActorDraft actor = draft.actor();
                actor.type = kind == ObjectKind.AGENT ? ActorDraft.Type.AGENT : ActorDraft.Type.GROUP;
                return actors.finished(actor, AgentRole.OBJECT, draft.offset);
            }
            case STATEMENT_REF -> {
                checkAllowed(draft, OF_REFERENCE, kind);
                return reference(draft);
            }
            case SUB_STATEMENT -> {
                return subStatement(draft);
            }
        }
        throw new IllegalStateException("an object is none of " + kind);
    }

    private static boolean has(Draft draft, int bits) {
        return (draft.seen & bits) != 0;
    }

    private void checkAllowed(Draft draft, int allowed, ObjectKind kind) {
        int rest = draft.seen & ~allowed;
        for (int property = 0; rest != 0; property++, rest >>>= 1) {
            if ((rest & 1) != 0) {
                String name = PROPERTIES.get(property);
                cursor.unknown(name, allowed(kind), cursor.place(draft.offsets[property], name));
            }
        }
    }

    private @Nullable String checkedIri(Draft draft) {
        if (draft.id != null && !Iri.isValid(draft.id)) {
            reportId(draft, StatementRequirement.ACTIVITY_ID_IRI);
            return null;
        }
        return draft.id;
    }

    private void reportId(Draft draft, StatementRequirement requirement) {
        cursor.report(Finding.of(requirement)
                .with("value", String.valueOf(draft.id))
                .at(cursor.place(draft.offsets[1], "id")));
    }

    private @Nullable StatementRef reference(Draft draft) {
        if (!has(draft, ID)) {
            cursor.missing(StatementRequirement.REFERENCE_ID_MISSING, draft.offset);
        }
        if (draft.id == null) {
            return null;
        }
        UUID uuid = Uuids.parse(draft.id);
        if (uuid == null) {
            reportId(draft, StatementRequirement.REFERENCE_ID_UUID);
            return null;
        }
        if (index.isOn() && !draft.inSubStatement) {
            index.target(uuid);
        }
        return cursor.binding ? new StatementRef(draft.id) : null;
    }

    private @Nullable StatementObject subStatement(Draft draft) {
        if (draft.inSubStatement) {
            cursor.missing(StatementRequirement.NESTED_SUB_STATEMENT, draft.offset);
        }
        for (int property = 0; property < PROPERTIES.size(); property++) {
            if ((draft.seen & NOT_IN_SUB_STATEMENTS & 1 << property) != 0) {
                String name = PROPERTIES.get(property);
                cursor.report(Finding.of(StatementRequirement.SUB_STATEMENT_PROPERTY)
                        .with("property", name)
                        .at(cursor.place(draft.offsets[property], name)));
            }
        }
        checkAllowed(draft, OF_SUB_STATEMENT | NOT_IN_SUB_STATEMENTS, ObjectKind.SUB_STATEMENT);
        StatementDraft statement = draft.statement();
        statements.check(statement, draft.offset);
        return cursor.binding ? statement.subStatement() : null;
    }
}
