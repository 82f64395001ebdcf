package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.Timestamp;
import io.xuemeng.lrs.statement.Verb;
import io.xuemeng.lrs.statement.form.Uuids;
import io.xuemeng.lrs.statement.form.ValueRules;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads statements, with all their parts. */
final class StatementPart {

    private static final List<String> PROPERTIES = List.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments");
    private static final List<String> VERB_PROPERTIES = List.of("id", "display");

    private final Cursor cursor;
    private final IndexBuilder index;
    private final MapPart maps;
    private final ActorPart actors;
    private final ObjectPart objects;
    private final ResultPart results;
    private final ContextPart contexts;
    private final AttachmentPart attachments;

    StatementPart(Cursor cursor, IndexBuilder index) {
        this.cursor = cursor;
        this.index = index;
        this.maps = new MapPart(cursor);
        this.actors = new ActorPart(cursor, index);
        DefinitionPart definitions = new DefinitionPart(cursor, index, maps);
        ActivityPart activities = new ActivityPart(cursor, index, definitions);
        this.objects = new ObjectPart(cursor, index, actors, activities, definitions, this);
        this.results = new ResultPart(cursor, maps);
        this.contexts = new ContextPart(cursor, index, actors, activities, maps);
        this.attachments = new AttachmentPart(cursor, index, maps);
    }

    /** The statement on whose start the reader stands; null when something of it is wrong, and when records are not made. */
    @Nullable
    Statement statement(StatementDraft draft) throws UnreadableJsonException {
        JsonReader json = cursor.json;
        int offset = json.offset();
        String id = null;
        String stored = null;
        Actor authority = null;
        String version = null;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.ID -> id = id();
                case Members.STORED -> {
                    stored = cursor.timestamp("stored");
                    index.stored(json);
                }
                case Members.AUTHORITY -> authority = actors.authority();
                case Members.VERSION -> version = version();
                default -> {
                    if (!member(draft, member, false)) {
                        cursor.unknown(PROPERTIES);
                    }
                }
            }
        }
        check(draft, offset);
        return cursor.binding ? record(draft, id, stored, authority, version) : null;
    }

    private static @Nullable Statement record(
            StatementDraft draft,
            @Nullable String id,
            @Nullable String stored,
            @Nullable Actor authority,
            @Nullable String version) {
        if (draft.actor == null || draft.verb == null || draft.object == null) {
            return null;
        }
        return new Statement(
                id,
                draft.actor,
                draft.verb,
                draft.object,
                draft.result,
                draft.context == null ? null : draft.context.context(),
                draft.timestamp == null ? null : Timestamp.of(draft.timestamp),
                stored == null ? null : Timestamp.of(stored),
                authority,
                version,
                draft.attachments);
    }

    private @Nullable String id() throws UnreadableJsonException {
        CharSequence view = cursor.view("id");
        if (view == null) {
            return null;
        }
        UUID uuid = Uuids.parse(view);
        if (uuid == null) {
            cursor.report(StatementRequirement.STATEMENT_ID_UUID, view);
            return null;
        }
        index.id(uuid);
        return cursor.binding ? view.toString() : null;
    }

    private @Nullable String version() throws UnreadableJsonException {
        CharSequence view = cursor.view("version");
        if (view == null) {
            return null;
        }
        StatementRequirement broken = ValueRules.version(view, cursor.isXapi20());
        if (broken != null) {
            cursor.report(broken, view);
        }
        String version = view.toString();
        index.version(version);
        return version;
    }

    /** Reads a member that statements and sub-statements have, on whose value the reader stands; false when they have no such. */
    boolean member(StatementDraft draft, int member, boolean inSubStatement) throws UnreadableJsonException {
        switch (member) {
            case Members.ACTOR -> {
                draft.hasActor = true;
                draft.actor = actors.actor("actor", AgentRole.ACTOR);
            }
            case Members.VERB -> {
                draft.hasVerb = true;
                verb(draft);
            }
            case Members.OBJECT -> {
                draft.hasObject = true;
                objects.object(draft, inSubStatement);
            }
            case Members.RESULT -> draft.result = results.result();
            case Members.CONTEXT -> draft.context = contexts.context();
            case Members.TIMESTAMP -> {
                draft.timestamp = cursor.timestamp("timestamp");
                index.timestamp(draft.timestamp, cursor.json);
            }
            case Members.ATTACHMENTS -> draft.attachments = attachments.attachments();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void verb(StatementDraft draft) throws UnreadableJsonException {
        if (!cursor.object("verb")) {
            return;
        }
        JsonReader json = cursor.json;
        int offset = json.offset();
        boolean hasId = false;
        String id = null;
        LanguageMap display = null;
        ByteRange displayRange = null;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.ID -> {
                    hasId = true;
                    id = cursor.iri("id", StatementRequirement.VERB_ID_IRI, true);
                }
                case Members.DISPLAY -> {
                    display = maps.languageMap("display");
                    displayRange = index.isOn() ? maps.range() : null;
                }
                default -> cursor.unknown(VERB_PROPERTIES);
            }
        }
        if (!hasId) {
            cursor.missing(StatementRequirement.VERB_ID_MISSING, offset);
        }
        if (id != null) {
            draft.isVoiding = id.equals(Verb.VOIDED_ID);
            index.verb(id, displayRange);
            draft.verb = cursor.binding ? new Verb(id, display) : null;
        }
    }

    /** Checks a statement or sub-statement that has just ended for what its members must be together. */
    void check(StatementDraft draft, int offset) {
        if (!draft.hasActor) {
            cursor.missing(StatementRequirement.ACTOR_MISSING, offset);
        }
        if (!draft.hasVerb) {
            cursor.missing(StatementRequirement.VERB_MISSING, offset);
        }
        if (!draft.hasObject) {
            cursor.missing(StatementRequirement.OBJECT_MISSING, offset);
        }
        ObjectKind kind = draft.objectKind;
        if (draft.isVoiding && kind != null && kind != ObjectKind.STATEMENT_REF) {
            cursor.report(
                    Finding.of(StatementRequirement.VOIDING_TARGET).at(cursor.place(draft.objectOffset, "object")));
        }
        ContextPart.Draft context = draft.context;
        if (context != null && kind != null && kind != ObjectKind.ACTIVITY) {
            if (context.revisionOffset != 0) {
                cursor.report(Finding.of(StatementRequirement.REVISION_OBJECT)
                        .at(cursor.place(context.revisionOffset, "context/revision")));
            }
            if (context.platformOffset != 0) {
                cursor.report(Finding.of(StatementRequirement.PLATFORM_OBJECT)
                        .at(cursor.place(context.platformOffset, "context/platform")));
            }
        }
    }
}
