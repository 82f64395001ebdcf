package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.metadata.AigcLabel;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a label's text and reports what is wrong with it. */
final class LabelReader {

    private static final Set<String> VALUES = Set.of("1", "2", "3");

    private final Location location;
    private final String carrier;
    private final FindingSink sink;

    private LabelReader(Location location, String carrier, FindingSink sink) {
        this.location = location;
        this.carrier = carrier;
        this.sink = sink;
    }

    /** The label as it was found, right or wrong; null when its text cannot be read. */
    static @Nullable AigcLabel read(EmbeddedLabel embedded, Limits limits, Location location, FindingSink sink) {
        return new LabelReader(location, embedded.carrier().label(), sink).read(embedded.text(), limits);
    }

    private @Nullable AigcLabel read(String text, Limits limits) {
        Map<String, LabelJson.Value> found = LabelJson.read(text, limits);
        if (found == null) {
            sink.report(finding(FileRequirement.LABEL_MALFORMED)
                    .with("found", text.isEmpty() ? "\"\"" : text)
                    .with("fields", LabelField.KEYS)
                    .build());
            return null;
        }
        AigcLabel.Builder label = AigcLabel.builder();
        for (LabelField field : LabelField.values()) {
            LabelJson.Value value = found.remove(field.key());
            if (value == null) {
                absent(field);
            } else {
                field.set(label, value.text());
                judge(field, value);
            }
        }
        for (String unknown : found.keySet()) {
            sink.report(finding(FileRequirement.LABEL_FIELD_UNKNOWN)
                    .with("field", unknown)
                    .with("fields", LabelField.KEYS)
                    .build());
        }
        return label.build();
    }

    private void absent(LabelField field) {
        FileRequirement requirement = FileRequirement.LABEL_RESERVED_MISSING;
        if (field == LabelField.LABEL || field.isProducers()) {
            requirement = FileRequirement.LABEL_FIELD_MISSING;
        } else if (field.isPropagators()) {
            requirement = FileRequirement.LABEL_PROPAGATOR_EMPTY;
        }
        sink.report(finding(requirement).with("field", field.key()).build());
    }

    private void judge(LabelField field, LabelJson.Value value) {
        if (!value.isText()) {
            sink.report(finding(FileRequirement.LABEL_FIELD_NOT_TEXT)
                    .with("field", field.key())
                    .with("found", value.text())
                    .build());
        }
        if (field == LabelField.LABEL && !VALUES.contains(value.text())) {
            sink.report(finding(FileRequirement.LABEL_VALUE)
                    .with("found", value.text())
                    .build());
        } else if (field.isProducers() && value.text().isBlank()) {
            sink.report(finding(FileRequirement.LABEL_PRODUCER_EMPTY)
                    .with("field", field.key())
                    .build());
        } else if (field.isPropagators() && value.text().isBlank()) {
            sink.report(finding(FileRequirement.LABEL_PROPAGATOR_EMPTY)
                    .with("field", field.key())
                    .build());
        }
    }

    private Finding.Builder finding(FileRequirement requirement) {
        return Finding.of(requirement).at(location).with("carrier", carrier);
    }
}
