package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.validation.AttachmentMention;
import io.xuemeng.lrs.statement.validation.StatementIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements of a request as they came: their JSON, and the data of attachments. To be closed when the request is done. */
final class ReceivedStatements implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedStatements.class);

    private final Map<String, SpooledAttachment> attachments = new LinkedHashMap<>();
    private byte[] json = new byte[0];

    private ReceivedStatements() {}

    /** Reads a request's body; what it read until it refused is let go. */
    static ReceivedStatements read(Exchange exchange, EngineLimits limits) {
        String type = exchange.headers().first("Content-Type").orElse("");
        String mediaType = Exchange.mediaType(type);
        ReceivedStatements received = new ReceivedStatements();
        if (mediaType.equals("application/json")) {
            received.json = exchange.body(BodyPart.STATEMENTS, limits.statementBytes());
            return received;
        }
        if (!mediaType.equals("multipart/mixed")) {
            throw Refusal.of(
                    LrsRequirement.STATEMENT_CONTENT_TYPE,
                    Finding.of(LrsRequirement.STATEMENT_CONTENT_TYPE).with("type", type));
        }
        try {
            received.readParts(
                    new MultipartReader(
                            new LimitedStream(exchange.body(), limits.requestBytes()), MultipartReader.boundary(type)),
                    limits);
            return received;
        } catch (IOException e) {
            received.close();
            throw new UncheckedIOException("the request's body could not be read, or not be kept for a while", e);
        } catch (RuntimeException e) {
            received.close();
            throw e;
        }
    }

    private void readParts(MultipartReader reader, EngineLimits limits) throws IOException {
        MultipartReader.Part first = reader.next();
        String type = first == null ? "" : first.header("Content-Type").orElse("");
        if (first == null || !Exchange.mediaType(type).equals("application/json")) {
            throw Refusal.of(
                    LrsRequirement.FIRST_PART,
                    Finding.of(LrsRequirement.FIRST_PART).with("type", type));
        }
        json = Exchange.read(first.data(), BodyPart.STATEMENTS, limits.statementBytes());
        int number = 2;
        for (MultipartReader.Part part = reader.next(); part != null; part = reader.next()) {
            SpooledAttachment attachment = SpooledAttachment.of(number++, part, limits.attachmentBytes());
            SpooledAttachment same = attachments.putIfAbsent(attachment.sha2(), attachment);
            if (same != null) {
                attachment.close();
            }
        }
    }

    /** The JSON of the statement or the statements. */
    byte[] json() {
        return json;
    }

    /** The data of an attachment; empty when it did not come along. */
    Optional<SpooledAttachment> attachment(String sha2) {
        return Optional.ofNullable(attachments.get(sha2));
    }

    /** The data of all attachments. */
    Collection<SpooledAttachment> attachments() {
        return attachments.values();
    }

    /** Holds what came against what the statements say: each attachment has its data or an address, each part its attachment. */
    void check(List<StatementIndex> statements) {
        Map<String, SpooledAttachment> undescribed = new LinkedHashMap<>(attachments);
        for (StatementIndex statement : statements) {
            for (AttachmentMention mention : statement.attachments()) {
                SpooledAttachment part = attachments.get(mention.sha2());
                undescribed.remove(mention.sha2());
                if (part != null) {
                    agree(part, mention);
                } else if (mention.isSignature()) {
                    throw Refusal.of(LrsRequirement.SIGNATURE_DATA);
                } else if (!mention.hasFileUrl()) {
                    throw Refusal.of(
                            LrsRequirement.ATTACHMENT_DATA,
                            Finding.of(LrsRequirement.ATTACHMENT_DATA).with("hash", mention.sha2()));
                }
            }
        }
        for (SpooledAttachment part : undescribed.values()) {
            throw Refusal.of(
                    LrsRequirement.PART_UNDESCRIBED,
                    Finding.of(LrsRequirement.PART_UNDESCRIBED)
                            .with("number", part.number())
                            .with("hash", part.sha2()));
        }
    }

    /**
     * Header and description say the same, where both say something. Of media types only type and subtype are compared: the
     * standard's own example has a parameter in one of them.
     */
    private static void agree(SpooledAttachment part, AttachmentMention mention) {
        String type = part.headers().first("Content-Type").orElse(mention.contentType());
        if (!Exchange.mediaType(type).equals(Exchange.mediaType(mention.contentType()))) {
            throw contradiction(part, "Content-Type", type, mention.contentType());
        }
        String length = part.headers().first("Content-Length").orElse(Long.toString(mention.length()));
        if (!length.equals(Long.toString(mention.length()))) {
            throw contradiction(part, "Content-Length", length, Long.toString(mention.length()));
        }
    }

    private static Refusal contradiction(SpooledAttachment part, String property, String stated, String described) {
        return Refusal.of(
                LrsRequirement.PART_CONTRADICTION,
                Finding.of(LrsRequirement.PART_CONTRADICTION)
                        .with("number", part.number())
                        .with("property", property)
                        .with("part", stated)
                        .with("attachment", described));
    }

    @Override
    public void close() {
        for (SpooledAttachment attachment : attachments.values()) {
            try {
                attachment.close();
            } catch (IOException e) {
                LOG.warn("a temporary file could not be deleted: {}", e.toString());
            }
        }
    }
}
