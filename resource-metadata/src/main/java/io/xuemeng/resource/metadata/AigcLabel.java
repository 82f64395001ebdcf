package io.xuemeng.resource.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The label of AI-generated content (人工智能生成合成内容标识). Not in LOM. Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param label {@code 1} generated, {@code 2} possibly, {@code 3} suspected; null when absent
 * @param contentProducer name or unified social credit code of the generating service; null when absent
 * @param produceId the number the generating service gave the content; null when absent
 * @param reservedCode1 integrity value of the generating service; may be empty; null when absent
 * @param contentPropagator name or code of the distributing service; null when absent
 * @param propagateId the number the distributing service gave the content; null when absent
 * @param reservedCode2 integrity value of the distributing service; may be empty; null when absent
 * @see "GB 45438-2025"
 */
public record AigcLabel(
        @Nullable String label,
        @Nullable String contentProducer,
        @Nullable String produceId,
        @Nullable String reservedCode1,
        @Nullable String contentPropagator,
        @Nullable String propagateId,
        @Nullable String reservedCode2) {

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.label = label;
        builder.contentProducer = contentProducer;
        builder.produceId = produceId;
        builder.reservedCode1 = reservedCode1;
        builder.contentPropagator = contentPropagator;
        builder.propagateId = propagateId;
        builder.reservedCode2 = reservedCode2;
        return builder;
    }

    /** Builds an {@link AigcLabel}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private @Nullable String label;
        private @Nullable String contentProducer;
        private @Nullable String produceId;
        private @Nullable String reservedCode1;
        private @Nullable String contentPropagator;
        private @Nullable String propagateId;
        private @Nullable String reservedCode2;

        private Builder() {}

        /** Sets {@link AigcLabel#label()}; null removes it. */
        public Builder label(@Nullable String value) {
            label = value;
            return this;
        }

        /** Sets {@link AigcLabel#contentProducer()}; null removes it. */
        public Builder contentProducer(@Nullable String value) {
            contentProducer = value;
            return this;
        }

        /** Sets {@link AigcLabel#produceId()}; null removes it. */
        public Builder produceId(@Nullable String value) {
            produceId = value;
            return this;
        }

        /** Sets {@link AigcLabel#reservedCode1()}; null removes it. */
        public Builder reservedCode1(@Nullable String value) {
            reservedCode1 = value;
            return this;
        }

        /** Sets {@link AigcLabel#contentPropagator()}; null removes it. */
        public Builder contentPropagator(@Nullable String value) {
            contentPropagator = value;
            return this;
        }

        /** Sets {@link AigcLabel#propagateId()}; null removes it. */
        public Builder propagateId(@Nullable String value) {
            propagateId = value;
            return this;
        }

        /** Sets {@link AigcLabel#reservedCode2()}; null removes it. */
        public Builder reservedCode2(@Nullable String value) {
            reservedCode2 = value;
            return this;
        }

        /** The AigcLabel. */
        public AigcLabel build() {
            return new AigcLabel(
                    label, contentProducer, produceId, reservedCode1, contentPropagator, propagateId, reservedCode2);
        }
    }
}
