package io.xuemeng.resource.content;

import io.xuemeng.resource.metadata.AigcLabel;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a label, in the standard's order. */
enum LabelField {
    LABEL("Label", AigcLabel::label, AigcLabel.Builder::label),
    CONTENT_PRODUCER("ContentProducer", AigcLabel::contentProducer, AigcLabel.Builder::contentProducer),
    PRODUCE_ID("ProduceID", AigcLabel::produceId, AigcLabel.Builder::produceId),
    RESERVED_CODE_1("ReservedCode1", AigcLabel::reservedCode1, AigcLabel.Builder::reservedCode1),
    CONTENT_PROPAGATOR("ContentPropagator", AigcLabel::contentPropagator, AigcLabel.Builder::contentPropagator),
    PROPAGATE_ID("PropagateID", AigcLabel::propagateId, AigcLabel.Builder::propagateId),
    RESERVED_CODE_2("ReservedCode2", AigcLabel::reservedCode2, AigcLabel.Builder::reservedCode2);

    static final List<String> KEYS =
            Arrays.stream(values()).map(field -> field.key).toList();

    private final String key;
    private final Function<AigcLabel, @Nullable String> reading;
    private final BiConsumer<AigcLabel.Builder, String> writing;

    LabelField(
            String key, Function<AigcLabel, @Nullable String> reading, BiConsumer<AigcLabel.Builder, String> writing) {
        this.key = key;
        this.reading = reading;
        this.writing = writing;
    }

    String key() {
        return key;
    }

    @Nullable
    String of(AigcLabel label) {
        return reading.apply(label);
    }

    void set(AigcLabel.Builder label, String value) {
        writing.accept(label, value);
    }

    boolean isProducers() {
        return this == CONTENT_PRODUCER || this == PRODUCE_ID;
    }

    boolean isPropagators() {
        return this == CONTENT_PROPAGATOR || this == PROPAGATE_ID;
    }
}
