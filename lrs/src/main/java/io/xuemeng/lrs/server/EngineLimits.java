package io.xuemeng.lrs.server;

/**
 * How much an LRS takes and gives at once. What exceeds a limit is refused with 413, too many requests with 429 (Communication 3.2;
 * IEEE 9274.1.1-2023, 4.1.5). Immutable; start from {@link #defaults()}.
 *
 * @param statementBytes bytes of the statements of one request. Default 16 MiB
 * @param attachmentBytes bytes of one attachment. Default 64 MiB; of one that is a statement's signature 32 MiB, unless this is less
 * @param requestBytes bytes of one request with its attachments. Default 256 MiB
 * @param documentBytes bytes of one document. Default 16 MiB
 * @param statementsPerPage statements of one page, whatever the parameter {@code limit} asks for. Default 500
 * @param mentionsPerStatement agents and activities that one statement names, each of which is indexed; at most 50,000, which is the
 *     default
 * @param requestsPerSecond requests of one caller, on average; 0 for as many as it likes. Default 0
 */
public record EngineLimits(
        int statementBytes,
        long attachmentBytes,
        long requestBytes,
        int documentBytes,
        int statementsPerPage,
        int mentionsPerStatement,
        int requestsPerSecond) {

    private static final int MAX_MENTIONS = 50_000;
    private static final EngineLimits DEFAULTS =
            new EngineLimits(16 << 20, 64L << 20, 256L << 20, 16 << 20, 500, MAX_MENTIONS, 0);

    /** Checks that they are positive. */
    public EngineLimits {
        if (statementBytes < 1
                || attachmentBytes < 1
                || requestBytes < 1
                || documentBytes < 1
                || statementsPerPage < 1
                || mentionsPerStatement < 1
                || mentionsPerStatement > MAX_MENTIONS
                || requestsPerSecond < 0) {
            throw new IllegalArgumentException("limits are positive; only requestsPerSecond may be 0, for no limit, and"
                    + " mentionsPerStatement is at most " + MAX_MENTIONS);
        }
    }

    /** The documented defaults. */
    public static EngineLimits defaults() {
        return DEFAULTS;
    }

    /** These limits with another for the bytes of a request's statements. */
    public EngineLimits withStatementBytes(int value) {
        return new EngineLimits(
                value,
                attachmentBytes,
                requestBytes,
                documentBytes,
                statementsPerPage,
                mentionsPerStatement,
                requestsPerSecond);
    }

    /** These limits with others for the bytes of an attachment and of a whole request. */
    public EngineLimits withAttachmentBytes(long attachment, long request) {
        return new EngineLimits(
                statementBytes,
                attachment,
                request,
                documentBytes,
                statementsPerPage,
                mentionsPerStatement,
                requestsPerSecond);
    }

    /** These limits with another for the bytes of a document. */
    public EngineLimits withDocumentBytes(int value) {
        return new EngineLimits(
                statementBytes,
                attachmentBytes,
                requestBytes,
                value,
                statementsPerPage,
                mentionsPerStatement,
                requestsPerSecond);
    }

    /** These limits with another for the statements of a page. */
    public EngineLimits withStatementsPerPage(int value) {
        return new EngineLimits(
                statementBytes,
                attachmentBytes,
                requestBytes,
                documentBytes,
                value,
                mentionsPerStatement,
                requestsPerSecond);
    }

    /** These limits with another for the agents and activities of a statement. */
    public EngineLimits withMentionsPerStatement(int value) {
        return new EngineLimits(
                statementBytes,
                attachmentBytes,
                requestBytes,
                documentBytes,
                statementsPerPage,
                value,
                requestsPerSecond);
    }

    /** These limits with another for the requests of a caller in a second. */
    public EngineLimits withRequestsPerSecond(int value) {
        return new EngineLimits(
                statementBytes,
                attachmentBytes,
                requestBytes,
                documentBytes,
                statementsPerPage,
                mentionsPerStatement,
                value);
    }
}
