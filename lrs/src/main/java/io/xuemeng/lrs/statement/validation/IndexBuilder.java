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
    private @Nullable UUID id;
    private @Nullable String verb;
    private @Nullable ByteRange display;
    private @Nullable UUID target;
    private @Nullable UUID registration;
    private @Nullable String timestamp;
    private @Nullable String version;
    private @Nullable ByteRange stored;
    private @Nullable ByteRange authority;
    private @Nullable ByteRange timestampPlace;
    private @Nullable ByteRange subTimestampPlace;
    private List<ByteRange> singles = List.of();
    private List<AgentMention> agents = List.of();
    private List<ActivityMention> activities = List.of();
    private List<AttachmentMention> attachments = List.of();

    IndexBuilder(boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    /** Begins with the next statement. */
    void restart() {
        depth = 0;
        id = null;
        verb = null;
        display = null;
        target = null;
        registration = null;
        timestamp = null;
        version = null;
        stored = null;
        authority = null;
        timestampPlace = null;
        subTimestampPlace = null;
        singles = List.of();
        agents = List.of();
        activities = List.of();
        attachments = List.of();
    }

    @Nullable
    UUID id() {
        return id;
    }

    StatementIndex build(ByteRange range, @Nullable ObjectKind kind) {
        if (verb == null || kind == null) {
            throw new IllegalStateException("a valid statement has a verb and an object");
        }
        return new StatementIndex(
                range,
                id,
                verb,
                display,
                kind,
                target,
                registration,
                timestamp,
                version,
                agents,
                activities,
                attachments,
                new StatementIndex.Places(stored, authority, timestampPlace, subTimestampPlace, singles));
    }

    void enterSubStatement() {
        depth++;
    }

    void leaveSubStatement() {
        depth--;
    }

    void id(UUID uuid) {
        id = uuid;
    }

    void verb(String iri, @Nullable ByteRange displayRange) {
        if (depth == 0) {
            verb = iri;
            display = displayRange;
        }
    }

    void target(UUID uuid) {
        target = uuid;
    }

    void registration(UUID uuid) {
        if (depth == 0) {
            registration = uuid;
        }
    }

    void version(String text) {
        version = text;
    }

    void stored(JsonReader json) {
        if (on) {
            stored = new ByteRange(json.offset(), json.endOffset());
        }
    }

    void authority(int from, int to) {
        if (on) {
            authority = new ByteRange(from, to);
        }
    }

    void timestamp(@Nullable String text, JsonReader json) {
        if (!on || text == null) {
            return;
        }
        ByteRange place = new ByteRange(json.offset(), json.endOffset());
        if (depth == 0) {
            timestamp = text;
            timestampPlace = place;
        } else {
            subTimestampPlace = place;
        }
    }

    void single(int from, int to) {
        singles = added(singles, new ByteRange(from, to));
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
            agents = added(agents, new AgentMention(identifier, role, depth > 0));
        }
        if (members != null) {
            for (InverseFunctionalIdentifier member : members) {
                agents = added(agents, new AgentMention(member, role, depth > 0));
            }
        }
    }

    void activity(String iri, ActivityRole role, @Nullable ByteRange definition) {
        activities = added(activities, new ActivityMention(iri, role, depth > 0, definition));
    }

    void attachment(String sha2, String contentType, long length, boolean hasFileUrl, boolean isSignature) {
        attachments = added(
                attachments,
                new AttachmentMention(
                        sha2.toLowerCase(Locale.ROOT), contentType, length, hasFileUrl, isSignature, depth > 0));
    }
}
