package io.xuemeng.lrs.statement.validation;

/**
 * An attachment that a statement describes.
 *
 * @param sha2 the hash of the file, in lower case
 * @param contentType its media type as written
 * @param length its length in octets
 * @param hasFileUrl whether it says where the file can be fetched
 * @param isSignature whether it is the statement's signature
 * @param inSubStatement whether the sub-statement describes it
 */
public record AttachmentMention(
        String sha2,
        String contentType,
        long length,
        boolean hasFileUrl,
        boolean isSignature,
        boolean inSubStatement) {}
