package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what is to be found of one statement. When no index is wanted it keeps nothing but the id. Not thread-safe. */
final class IndexBuilder {

    private final boolean on;
    private int depth;
    private IndexDraft draft = new IndexDraft();

    IndexBuilder(boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    /** Begins with the next statement. */
    void restart() {
        depth = 0;
        draft = new IndexDraft();
    }

    @Nullable
    UUID id() {
        return draft.id;
    }

    StatementIndex build(ByteRange range, @Nullable ObjectKind kind) {
        return draft.index(range, kind);
    }

    void enterSubStatement() {
        depth++;
    }

    void leaveSubStatement() {
        depth--;
    }

    void id(UUID uuid) {
        draft.id = uuid;
    }

    void verb(String iri, @Nullable ByteRange displayRange) {
        if (depth == 0) {
            draft.verb = iri;
            draft.display = displayRange;
        }
    }

    void target(UUID uuid) {
        draft.target = uuid;
    }

    void registration(UUID uuid) {
        if (depth == 0) {
            draft.registration = uuid;
        }
    }

    void version(String text) {
        draft.version = text;
    }

    void stored(JsonReader json) {
        if (on) {
            draft.stored = new ByteRange(json.offset(), json.endOffset());
        }
    }

    void authority(int from, int to) {
        if (on) {
            draft.authority = new ByteRange(from, to);
        }
    }

    void timestamp(@Nullable String text, JsonReader json) {
        if (!on || text == null) {
            return;
        }
        ByteRange place = new ByteRange(json.offset(), json.endOffset());
        if (depth == 0) {
            draft.timestamp = text;
            draft.timestampPlace = place;
        } else {
            draft.subTimestampPlace = place;
        }
    }

    void single(int from, int to) {
        draft.singles = added(draft.singles, new ByteRange(from, to));
    }

    private static <T> List<T> added(List<T> list, T element) {
        List<T> longer = list.isEmpty() ? new ArrayList<>(2) : list;
        longer.add(element);
        return longer;
    }

    void agent(
            @Nullable InverseFunctionalIdentifier identifier,
            @Nullable List<InverseFunctionalIdentifier> members,
            AgentRole role) {
        if (identifier != null) {
            draft.agents = added(draft.agents, new AgentMention(identifier, role, depth > 0));
        }
        if (members != null) {
            for (InverseFunctionalIdentifier member : members) {
                draft.agents = added(draft.agents, new AgentMention(member, role, depth > 0));
            }
        }
    }

    void activity(String iri, ActivityRole role, @Nullable ByteRange definition) {
        draft.activities = added(draft.activities, new ActivityMention(iri, role, depth > 0, definition));
    }

    void attachment(String sha2, String contentType, long length, boolean hasFileUrl, boolean isSignature) {
        draft.attachments = added(
                draft.attachments,
                new AttachmentMention(
                        sha2.toLowerCase(Locale.ROOT), contentType, length, hasFileUrl, isSignature, depth > 0));
    }
}
