package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.format.StatementFormat;
import io.xuemeng.lrs.store.StatementQuery;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The query of a further page as a short text: the keys that are looked for, not whom they stand for, and where the last page ended.
 * So the LRS keeps nothing of a query, and an address of a page names nobody. Whoever makes one up only asks another question:
 * what may be seen is the caller's, not the token's.
 */
record MoreToken(StatementQuery query, StatementFormat format, boolean attachments) {

    private static final byte VERSION = 1;
    private static final int MAX_BYTES = 160;

    private static final int VERB = 1;
    private static final int AGENT = 1 << 1;
    private static final int RELATED_AGENTS = 1 << 2;
    private static final int ACTIVITY = 1 << 3;
    private static final int RELATED_ACTIVITIES = 1 << 4;
    private static final int REGISTRATION = 1 << 5;
    private static final int SINCE = 1 << 6;
    private static final int UNTIL = 1 << 7;
    private static final int ASCENDING = 1 << 8;
    private static final int ATTACHMENTS = 1 << 9;

    /** The token; the query has a position. */
    String text() {
        Instant position = query.position();
        if (position == null) {
            throw new IllegalStateException("a further page begins somewhere");
        }
        ByteBuffer out = ByteBuffer.allocate(MAX_BYTES);
        out.put(VERSION).put(letter(format)).putShort((short) flags()).putInt(query.limit());
        put(out, position);
        put(out, query.verb());
        put(out, query.agent());
        put(out, query.activity());
        put(out, query.registration());
        put(out, query.since());
        put(out, query.until());
        int length = out.position();
        byte[] bytes = new byte[length + Integer.BYTES];
        out.flip().get(bytes, 0, length);
        ByteBuffer.wrap(bytes).putInt(length, checksum(bytes, length));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private int flags() {
        return (query.verb() == null ? 0 : VERB)
                | (query.agent() == null ? 0 : AGENT)
                | (query.relatedAgents() ? RELATED_AGENTS : 0)
                | (query.activity() == null ? 0 : ACTIVITY)
                | (query.relatedActivities() ? RELATED_ACTIVITIES : 0)
                | (query.registration() == null ? 0 : REGISTRATION)
                | (query.since() == null ? 0 : SINCE)
                | (query.until() == null ? 0 : UNTIL)
                | (query.ascending() ? ASCENDING : 0)
                | (attachments ? ATTACHMENTS : 0);
    }

    private static void put(ByteBuffer out, @Nullable UUID key) {
        if (key != null) {
            out.putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
        }
    }

    private static void put(ByteBuffer out, @Nullable Instant time) {
        if (time != null) {
            out.putLong(time.getEpochSecond()).putInt(time.getNano());
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static byte letter(StatementFormat format) {
        return (byte) format.parameter().charAt(0);
    }

    private static StatementFormat format(byte letter) {
        for (StatementFormat format : StatementFormat.values()) {
            if (letter(format) == letter) {
                return format;
            }
        }
        throw unknown();
    }

    /** The query of a token, for what a caller may see; refused when the token is none. */
    static MoreToken parse(String text, int maxLimit, @Nullable UUID mine) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int end = bytes.length - Integer.BYTES;
            if (end < 0 || in.getInt(end) != checksum(bytes, end) || in.get() != VERSION) {
                throw unknown();
            }
            StatementFormat format = format(in.get());
            int flags = in.getShort();
            int limit = Math.min(Math.max(in.getInt(), 1), maxLimit);
            Instant position = time(in);
            UUID verb = (flags & VERB) == 0 ? null : key(in);
            UUID agent = (flags & AGENT) == 0 ? null : key(in);
            UUID activity = (flags & ACTIVITY) == 0 ? null : key(in);
            UUID registration = (flags & REGISTRATION) == 0 ? null : key(in);
            Instant since = (flags & SINCE) == 0 ? null : time(in);
            Instant until = (flags & UNTIL) == 0 ? null : time(in);
            return new MoreToken(
                    new StatementQuery(
                            verb,
                            agent,
                            (flags & RELATED_AGENTS) != 0,
                            activity,
                            (flags & RELATED_ACTIVITIES) != 0,
                            registration,
                            since,
                            until,
                            mine,
                            (flags & ASCENDING) != 0,
                            limit,
                            position),
                    format,
                    (flags & ATTACHMENTS) != 0);
        } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
            throw unknown();
        }
    }

    private static UUID key(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static Instant time(ByteBuffer in) {
        try {
            return Instant.ofEpochSecond(in.getLong(), in.getInt());
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.of(LrsRequirement.MORE, Finding.of(LrsRequirement.MORE).with("name", "more"));
    }
}
