package io.xuemeng.lrs.server;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.statement.LanguagePreference;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.format.CanonicalSource;
import io.xuemeng.lrs.statement.format.StatementFormat;
import io.xuemeng.lrs.statement.format.StatementFormatter;
import io.xuemeng.lrs.statement.validation.AttachmentMention;
import io.xuemeng.lrs.statement.validation.StatementIndex;
import io.xuemeng.lrs.statement.validation.StatementOutcome;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.StoredStatement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements as responses: in a format, alone or as a result, with the data of their attachments or without. */
final class StatementAnswers {

    private static final byte[] START = ascii("{\"statements\":[");
    private static final byte[] COMMA = ascii(",");

    private final StatementStore store;

    StatementAnswers(StatementStore store) {
        this.store = store;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** One statement. */
    LrsResponse single(StoredStatement statement, StatementFormat format, boolean attachments, Headers request) {
        byte[] json = formatter(format, request).format(statement.json());
        return answer(List.of(json), List.of(statement), attachments);
    }

    /** A StatementResult (Data 2.5). */
    LrsResponse result(
            List<StoredStatement> statements,
            @Nullable String more,
            StatementFormat format,
            boolean attachments,
            Headers request) {
        List<byte[]> pieces = new ArrayList<>(statements.size() * 2 + 2);
        pieces.add(START);
        StatementFormatter formatter = formatter(format, request);
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0) {
                pieces.add(COMMA);
            }
            byte[] json = statements.get(i).json();
            pieces.add(format == StatementFormat.EXACT ? json : formatter.format(json));
        }
        // What the engine makes of an address needs no escapes.
        pieces.add(ascii("],\"more\":\"" + (more == null ? "" : more) + "\"}"));
        return answer(pieces, statements, attachments);
    }

    private LrsResponse answer(List<byte[]> json, List<StoredStatement> statements, boolean attachments) {
        Headers.Builder headers = Headers.builder();
        statements.stream()
                .map(StoredStatement::stored)
                .max(Instant::compareTo)
                .ifPresent(stored -> headers.set("Last-Modified", Answers.httpDate(stored)));
        if (attachments) {
            return multipart(json, statements, headers);
        }
        long length = 0;
        for (byte[] piece : json) {
            length += piece.length;
        }
        headers.set("Content-Type", "application/json").set("Content-Length", Long.toString(length));
        return new LrsResponse(200, headers.build(), out -> {
            for (byte[] piece : json) {
                out.write(piece);
            }
        });
    }

    private LrsResponse multipart(List<byte[]> json, List<StoredStatement> statements, Headers.Builder headers) {
        Map<String, String> data = attachmentsOf(statements);
        String boundary = "xuemeng-" + UUID.randomUUID();
        headers.set("Content-Type", "multipart/mixed; boundary=" + boundary);
        return new LrsResponse(200, headers.build(), out -> {
            out.write(ascii("--" + boundary + "\r\nContent-Type: application/json\r\n\r\n"));
            for (byte[] piece : json) {
                out.write(piece);
            }
            for (Map.Entry<String, String> attachment : data.entrySet()) {
                out.write(("\r\n--" + boundary + "\r\nContent-Type: " + attachment.getValue()
                                + "\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
                                + attachment.getKey() + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                store.copyAttachment(attachment.getKey(), out);
            }
            out.write(ascii("\r\n--" + boundary + "--\r\n"));
        });
    }

    /** The attachments whose data is here, each once, with their types. */
    private Map<String, String> attachmentsOf(List<StoredStatement> statements) {
        Map<String, String> data = new LinkedHashMap<>();
        for (StoredStatement statement : statements) {
            for (AttachmentMention mention : mentions(statement.json())) {
                if (!data.containsKey(mention.sha2())
                        && store.attachmentLength(mention.sha2()).isPresent()) {
                    data.put(mention.sha2(), headerText(mention.contentType()));
                }
            }
        }
        return data;
    }

    /** A media type as a line of a header may have it. */
    private static String headerText(String contentType) {
        return contentType.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? contentType : "application/octet-stream";
    }

    private static List<AttachmentMention> mentions(byte[] json) {
        for (XapiVersion version : new XapiVersion[] {XapiVersion.V2_0, XapiVersion.V1_0}) {
            List<StatementOutcome> outcomes =
                    StatementIntake.reader(version).index(json).outcomes();
            StatementIndex index = outcomes.size() == 1 ? outcomes.get(0).index() : null;
            if (index != null) {
                return index.attachments();
            }
        }
        return List.of();
    }

    private StatementFormatter formatter(StatementFormat format, Headers request) {
        return switch (format) {
            case IDS -> StatementFormatter.ids();
            case EXACT -> StatementFormatter.exact();
            case CANONICAL ->
                StatementFormatter.canonical(
                        LanguagePreference.parse(String.join(",", request.all("Accept-Language"))), new Source(store));
        };
    }

    /** What the store knows of activities, asked once for each of them while a response is made. */
    private static final class Source implements CanonicalSource {

        private final StatementStore store;
        private final Map<String, Optional<RawJson>> known = new HashMap<>();

        Source(StatementStore store) {
            this.store = store;
        }

        @Override
        public Optional<RawJson> definition(String activityId) {
            return known.computeIfAbsent(activityId, id -> store.definition(RecordKey.activity(id)));
        }

        @Override
        public Optional<RawJson> display(String verbId) {
            return Optional.empty();
        }
    }
}
