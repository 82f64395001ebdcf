package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
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

    private static final List<String> REFERENCE_PROPERTIES = List.of("objectType", "id");
    private static final List<String> SUB_STATEMENT_PROPERTIES =
            List.of("objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");
    private static final List<String> TYPES =
            Arrays.stream(ObjectKind.values()).map(ObjectKind::objectType).toList();

    private static final long ID = 1L << Members.ID;
    private static final long TYPE = 1L << Members.OBJECT_TYPE;
    private static final long OF_ACTIVITY = Members.bits(ActivityPart.PROPERTIES);
    // The member of an agent is reported with what actors lack.
    private static final long OF_AGENT = Members.bits(ActorPart.GROUP_PROPERTIES);
    private static final long OF_GROUP = Members.bits(ActorPart.GROUP_PROPERTIES);
    private static final long OF_REFERENCE = Members.bits(REFERENCE_PROPERTIES);
    private static final long OF_SUB_STATEMENT = Members.bits(SUB_STATEMENT_PROPERTIES);
    private static final long NOT_IN_SUB_STATEMENTS = Members.bits(List.of("id", "stored", "version", "authority"));
    private static final long OF_ANY = OF_ACTIVITY | OF_GROUP | OF_REFERENCE | OF_SUB_STATEMENT | NOT_IN_SUB_STATEMENTS;

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

    private static final class Draft {

        private final int offset;
        private final boolean inSubStatement;
        private long seen;
        /** The members that were met, each with where it stands. */
        private int[] places = new int[8];

        private int placeCount;
        private @Nullable ObjectKind kind = ObjectKind.ACTIVITY;
        private @Nullable String id;
        private boolean idIsIri;
        private @Nullable ActivityDefinition definition;
        private @Nullable ByteRange definitionRange;
        private @Nullable ActorDraft actor;
        private @Nullable StatementDraft statement;

        Draft(int offset, boolean inSubStatement) {
            this.offset = offset;
            this.inSubStatement = inSubStatement;
        }

        void met(int member, int place) {
            seen |= 1L << member;
            if (placeCount == places.length) {
                places = Arrays.copyOf(places, placeCount * 2);
            }
            places[placeCount++] = member;
            places[placeCount++] = place;
        }

        int placeOf(int member) {
            for (int i = 0; i < placeCount; i += 2) {
                if (places[i] == member) {
                    return places[i + 1];
                }
            }
            return offset;
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

    /** Reads the object that is the value into a statement. */
    void object(StatementDraft target, boolean inSubStatement) throws UnreadableJsonException {
        if (!cursor.object("object")) {
            return;
        }
        JsonReader json = cursor.json;
        Draft draft = new Draft(json.offset(), inSubStatement);
        target.objectOffset = draft.offset;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            if (member < 0 || (OF_ANY & 1L << member) == 0) {
                cursor.unknown(allowed(draft.kind));
            } else {
                draft.met(member, json.offset());
                member(draft, member);
            }
        }
        target.objectKind = draft.kind;
        target.object = finished(draft);
    }

    private void member(Draft draft, int member) throws UnreadableJsonException {
        switch (member) {
            case Members.OBJECT_TYPE -> type(draft);
            case Members.ID -> {
                CharSequence view = cursor.view("id");
                if (view != null) {
                    draft.idIsIri = cursor.json.isIri();
                    draft.id = view.toString();
                }
            }
            case Members.DEFINITION -> {
                draft.definition = definitions.definition();
                draft.definitionRange = definitions.range();
            }
            case Members.NAME, Members.MBOX, Members.MBOX_SHA1SUM, Members.OPENID, Members.ACCOUNT, Members.MEMBER ->
                actors.member(draft.actor(), member);
            case Members.STORED, Members.VERSION, Members.AUTHORITY -> cursor.json.skipValue();
            default -> {
                index.enterSubStatement();
                statements.member(draft.statement(), member, true);
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
            return SUB_STATEMENT_PROPERTIES;
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
                checkAllowed(draft, kind == ObjectKind.AGENT ? OF_AGENT : OF_GROUP, kind);
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

    private static boolean has(Draft draft, long bits) {
        return (draft.seen & bits) != 0;
    }

    private void checkAllowed(Draft draft, long allowed, ObjectKind kind) {
        long rest = draft.seen & ~allowed;
        while (rest != 0) {
            int member = Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            String name = Members.ALL.names().get(member);
            cursor.unknown(name, allowed(kind), cursor.place(draft.placeOf(member), name));
        }
    }

    private @Nullable String checkedIri(Draft draft) {
        if (draft.id != null && !draft.idIsIri) {
            reportId(draft, StatementRequirement.ACTIVITY_ID_IRI);
            return null;
        }
        return draft.id;
    }

    private void reportId(Draft draft, StatementRequirement requirement) {
        cursor.report(Finding.of(requirement)
                .with("value", String.valueOf(draft.id))
                .at(cursor.place(draft.placeOf(Members.ID), "id")));
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
        for (long rest = draft.seen & NOT_IN_SUB_STATEMENTS; rest != 0; rest &= rest - 1) {
            int member = Long.numberOfTrailingZeros(rest);
            String name = Members.ALL.names().get(member);
            cursor.report(Finding.of(StatementRequirement.SUB_STATEMENT_PROPERTY)
                    .with("property", name)
                    .at(cursor.place(draft.placeOf(member), name)));
        }
        checkAllowed(draft, OF_SUB_STATEMENT | NOT_IN_SUB_STATEMENTS, ObjectKind.SUB_STATEMENT);
        StatementDraft statement = draft.statement();
        statements.check(statement, draft.offset);
        return cursor.binding ? statement.subStatement() : null;
    }
}
