package io.xuemeng.resource.json;

import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.Positions;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one pass over a record stands, in the document and in the model, and what is done about a value that is not as it
 * should be: it is reported, and kept where it cannot be read.
 */
final class RecordCursor {

    /** What is kept takes as much memory as several values. */
    private static final int EXTENSION_WEIGHT = 4;

    private final JsonReader json;
    private final Positions positions;
    private final ElementPath path = new ElementPath();
    private final List<Extension> extensions = new ArrayList<>(0);
    private final int limit;
    private int weight;

    RecordCursor(JsonReader json, byte[] document) {
        this.json = json;
        this.limit = json.limits().recordElements();
        this.positions = Positions.inDocument(json.entry(), document);
    }

    /** Where the values stand. */
    Positions positions() {
        return positions;
    }

    /** The place in the model. */
    ElementPath path() {
        return path;
    }

    /** What was kept. */
    List<Extension> extensions() {
        return extensions;
    }

    /** The place of the current token, for a finding. */
    Location place() {
        return json.location(path.toString());
    }

    /** The current value as text; null when it is none, which is reported. */
    @Nullable
    String text(String name) throws UnreadableJsonException {
        switch (json.event()) {
            case STRING -> {
                return json.text();
            }
            case NUMBER, TRUE, FALSE -> {
                String text = scalar();
                json.findings()
                        .report(Finding.of(MetadataRequirement.JSON_NOT_STRING)
                                .with("name", name)
                                .with("found", json.event().typeName())
                                .with("value", text)
                                .at(place())
                                .build());
                return text;
            }
            default -> {
                unusable(name, JsonEvent.STRING);
                return null;
            }
        }
    }

    /** The text of a string, number or boolean. */
    String scalar() throws UnreadableJsonException {
        return switch (json.event()) {
            case TRUE -> "true";
            case FALSE -> "false";
            default -> json.text();
        };
    }

    /** Whether the current token is a string, number or boolean. */
    boolean isScalar() {
        return switch (json.event()) {
            case STRING, NUMBER, TRUE, FALSE -> true;
            default -> false;
        };
    }

    /** Keeps a property that is not known here, and reports it. */
    void unknown(String name, List<String> known) throws UnreadableJsonException {
        // Who names a property by an IRI means it to be an extension.
        if (name.indexOf(':') < 0) {
            json.findings()
                    .report(Finding.of(MetadataRequirement.JSON_PROPERTY_UNKNOWN)
                            .with("name", name)
                            .with("allowed", known)
                            .at(place())
                            .build());
        }
        keep();
    }

    /** Keeps what cannot be read, and reports it; a null is nothing to be kept. */
    @Nullable
    Object unusable(String name, JsonEvent expected) throws UnreadableJsonException {
        if (json.event() == JsonEvent.NULL) {
            reportNull(name);
        } else {
            reportType(name, json.event().typeName(), expected, place());
            keep();
        }
        return null;
    }

    /** Keeps the current value as an extension. */
    void keep() throws UnreadableJsonException {
        keep(json.captureValue());
    }

    /** Keeps a value as an extension. */
    void keep(RawJson value) throws UnreadableJsonException {
        keep(new Extension(parent(), lastName(), Extension.JSON, value.text()));
    }

    /** Adds an extension. */
    void keep(Extension extension) throws UnreadableJsonException {
        weigh(EXTENSION_WEIGHT);
        extensions.add(extension);
    }

    private void weigh(int more) throws UnreadableJsonException {
        if (weight > limit - more) {
            throw json.stop(Finding.of(MetadataRequirement.JSON_RECORD_SIZE)
                    .with("limit", limit)
                    .at(place()));
        }
        weight += more;
    }

    private String parent() {
        String pointer = path.toString();
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private String lastName() {
        String pointer = path.toString();
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** Reports a null. */
    void reportNull(String name) {
        json.findings()
                .report(Finding.of(MetadataRequirement.JSON_NULL)
                        .with("name", name)
                        .at(place())
                        .build());
    }

    /** Reports a scalar where an object belongs, as whose value it is read. */
    void reportBare(String name, ValueForm form) {
        json.findings()
                .report(Finding.of(MetadataRequirement.JSON_NOT_OBJECT)
                        .with("name", name)
                        .with("found", json.event().typeName())
                        .with("part", form.value())
                        .at(place())
                        .build());
    }

    /** Reports a value of the wrong type that is read all the same. */
    void report(MetadataRequirement requirement, String name) {
        json.findings()
                .report(Finding.of(requirement)
                        .with("name", name)
                        .with("found", json.event().typeName())
                        .at(place())
                        .build());
    }

    /** Reports a value of a type from which it cannot be read. */
    void reportType(String name, Argument.Term found, JsonEvent expected, Location place) {
        json.findings()
                .report(Finding.of(MetadataRequirement.JSON_TYPE)
                        .with("name", name)
                        .with("found", found)
                        .with("expected", expected.typeName())
                        .at(place)
                        .build());
    }

    /**
     * Notes where the value of the place in the model stands.
     *
     * @throws UnreadableJsonException when the record has no room for it
     */
    void note() throws UnreadableJsonException {
        weigh(1);
        positions.noteOffset(path, json.offset());
    }
}
