package io.xuemeng.lrs.statement.validation;

import io.xuemeng.lrs.statement.Timestamp;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a store adds to a statement, put into the statement's own bytes; everything else stays byte for byte as it was sent. The
 * store sets {@code stored}, an id where there is none, the timestamp where there is none, the version where there is none, and
 * the authority; a single activity among the context activities becomes an array of one; in xAPI 2.0 timestamps become UTC
 * (Data 2.4.1, 2.4.7 to 2.4.10, 2.4.6.2; IEEE 9274.1.1-2023, 4.2.4.2, 4.2.4.3, 4.2.7). Immutable and thread-safe.
 */
public final class StatementCompletion {

    private final Instant stored;
    private final byte @Nullable [] authority;
    private final XapiVersion version;

    private StatementCompletion(Instant stored, byte @Nullable [] authority, XapiVersion version) {
        this.stored = stored;
        this.authority = authority;
        this.version = version;
    }

    /**
     * A completion with the store's own authority.
     *
     * @param stored when the statement is stored
     * @param authority who asserts it, an agent or group as JSON
     * @param version the version the statement was validated by
     */
    public static StatementCompletion of(Instant stored, byte[] authority, XapiVersion version) {
        return new StatementCompletion(stored, authority.clone(), version);
    }

    /** This one for statements whose own authority is trusted: it is kept where there is one, else set. */
    public StatementCompletion trusting(StatementIndex index) {
        return index.places().authority() == null ? this : new StatementCompletion(stored, null, version);
    }

    private record Edit(int from, int to, String text) {}

    /**
     * The statement as it is to be stored.
     *
     * @param document the bytes from which the index was made
     * @param index of the statement
     * @param id the statement's id; the one it has, or a new one when it has none
     * @throws IllegalArgumentException when the statement has another id
     */
    public byte[] complete(byte[] document, StatementIndex index, UUID id) {
        if (index.id().isPresent() && !index.id().get().equals(id)) {
            throw new IllegalArgumentException(
                    "the statement has the id " + index.id().get() + ", not " + id);
        }
        List<Edit> edits = edits(document, index, id);
        ByteArrayOutputStream out = new ByteArrayOutputStream(index.range().length() + 256);
        int at = index.range().from();
        for (Edit edit : edits) {
            out.write(document, at, edit.from() - at);
            byte[] text = edit.text().getBytes(StandardCharsets.UTF_8);
            out.write(text, 0, text.length);
            at = edit.to();
        }
        out.write(document, at, index.range().to() - at);
        return out.toByteArray();
    }

    private List<Edit> edits(byte[] document, StatementIndex index, UUID id) {
        StatementIndex.Places places = index.places();
        List<Edit> edits = new ArrayList<>();
        int start = index.range().from() + 1;
        edits.add(new Edit(start, start, missing(index, id)));
        if (places.stored() != null) {
            edits.add(new Edit(places.stored().from(), places.stored().to(), quoted(stored.toString())));
        }
        if (places.authority() != null && authority != null) {
            edits.add(new Edit(
                    places.authority().from(), places.authority().to(), new String(authority, StandardCharsets.UTF_8)));
        }
        for (ByteRange single : places.singleActivities()) {
            edits.add(new Edit(single.from(), single.from(), "["));
            edits.add(new Edit(single.to(), single.to(), "]"));
        }
        if (version == XapiVersion.V2_0) {
            addUtc(edits, document, places.timestamp());
            addUtc(edits, document, places.subTimestamp());
        }
        edits.sort(Comparator.comparingInt(Edit::from));
        return edits;
    }

    private String missing(StatementIndex index, UUID id) {
        StringBuilder members = new StringBuilder(192);
        if (index.id().isEmpty()) {
            member(members, "id", quoted(id.toString()));
        }
        if (index.timestamp().isEmpty()) {
            member(members, "timestamp", quoted(stored.toString()));
        }
        if (index.places().stored() == null) {
            member(members, "stored", quoted(stored.toString()));
        }
        if (index.places().authority() == null && authority != null) {
            member(members, "authority", new String(authority, StandardCharsets.UTF_8));
        }
        if (index.version().isEmpty()) {
            member(members, "version", quoted(version.ofStatements()));
        }
        return members.toString();
    }

    /** A member before those the statement has: it has at least three. */
    private static void member(StringBuilder members, String name, String json) {
        members.append(quoted(name)).append(':').append(json).append(',');
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static void addUtc(List<Edit> edits, byte[] document, @Nullable ByteRange range) {
        if (range == null) {
            return;
        }
        String text = new String(document, range.from() + 1, range.length() - 2, StandardCharsets.UTF_8);
        if (text.endsWith("Z") || text.endsWith("+00:00")) {
            return;
        }
        // A character that was escaped makes no timestamp of this text; it stays as it was sent.
        Timestamp.of(text)
                .instant()
                .ifPresent(instant -> edits.add(new Edit(range.from(), range.to(), quoted(instant.toString()))));
    }
}
