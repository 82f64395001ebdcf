package io.xuemeng.lrs.statement;

import org.jspecify.annotations.Nullable;

/**
 * The description of a file that belongs to a statement (附件). The file itself travels beside the statement, or stands at {@code
 * fileUrl}. Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param usageType the IRI of what it is for
 * @param display its title in one or more languages
 * @param description what it is; null when absent
 * @param contentType its Internet media type
 * @param length its length in octets
 * @param sha2 its SHA-2 hash in hexadecimal digits
 * @param fileUrl the IRL where it can be fetched; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2411-attachments">Data 2.4.11; IEEE
 *     9274.1.1-2023, 4.2.2.6</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Attachment(
        String usageType,
        LanguageMap display,
        @Nullable LanguageMap description,
        String contentType,
        long length,
        String sha2,
        @Nullable String fileUrl) {

    /** The usage type of a signature (Data 2.6; IEEE 9274.1.1-2023, 4.2.6). */
    public static final String SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";

    /** The media type that a signature has. */
    public static final String SIGNATURE_CONTENT_TYPE = "application/octet-stream";

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether it is the statement's signature. */
    public boolean isSignature() {
        return usageType.equals(SIGNATURE);
    }

    /** Builds an {@link Attachment}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String usageType;
        private @Nullable LanguageMap display;
        private @Nullable LanguageMap description;
        private @Nullable String contentType;
        private long length;
        private @Nullable String sha2;
        private @Nullable String fileUrl;

        private Builder() {}

        /** Sets {@link Attachment#usageType()}. */
        public Builder usageType(String value) {
            usageType = value;
            return this;
        }

        /** Sets {@link Attachment#display()}. */
        public Builder display(LanguageMap value) {
            display = value;
            return this;
        }

        /** Sets {@link Attachment#description()}; null removes it. */
        public Builder description(@Nullable LanguageMap value) {
            description = value;
            return this;
        }

        /** Sets {@link Attachment#contentType()}. */
        public Builder contentType(String value) {
            contentType = value;
            return this;
        }

        /** Sets {@link Attachment#length()}, in octets. */
        public Builder length(long value) {
            length = value;
            return this;
        }

        /** Sets {@link Attachment#sha2()}. */
        public Builder sha2(String value) {
            sha2 = value;
            return this;
        }

        /** Sets {@link Attachment#fileUrl()}; null removes it. */
        public Builder fileUrl(@Nullable String value) {
            fileUrl = value;
            return this;
        }

        /**
         * The attachment.
         *
         * @throws IllegalStateException when the usage type, display, content type or hash was not set
         */
        public Attachment build() {
            if (usageType == null || display == null || contentType == null || sha2 == null) {
                throw new IllegalStateException(
                        "an attachment has a usageType, a display, a contentType, a length and a sha2; set them all");
            }
            return new Attachment(usageType, display, description, contentType, length, sha2, fileUrl);
        }
    }
}
