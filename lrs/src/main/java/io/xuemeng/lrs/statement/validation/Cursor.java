package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.code.LanguageTag;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.form.Identifiers;
import io.xuemeng.lrs.statement.form.ValueRules;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes values from the reader for the parts of a statement: checks their JSON type and their form, and makes a String only of
 * what is kept. A value that is not as it must be is reported, passed over, and null. Not thread-safe.
 */
final class Cursor {

    final JsonReader json;
    final XapiVersion version;
    /** Whether records are made. */
    final boolean binding;

    Cursor(JsonReader json, XapiVersion version, boolean binding) {
        this.json = json;
        this.version = version;
        this.binding = binding;
    }

    boolean isXapi20() {
        return version == XapiVersion.V2_0;
    }

    // Findings

    void report(StatementRequirement requirement) {
        report(Finding.of(requirement).at(json.location()));
    }

    /** About the current value, which the finding quotes. */
    void report(StatementRequirement requirement, CharSequence value) {
        report(Finding.of(requirement).with("value", value.toString()).at(json.location()));
    }

    void report(Finding.Builder finding) {
        json.findings().report(finding.build());
    }

    /** The place of an object that has just ended. */
    Location place(int offset) {
        return json.location(offset, json.pointer());
    }

    /** The place of a member of an object that has just ended. */
    Location place(int offset, String property) {
        return json.location(offset, json.pointer() + '/' + property);
    }

    /** That an object that has just ended lacks something. */
    void missing(StatementRequirement requirement, int offset) {
        report(Finding.of(requirement).at(place(offset)));
    }

    /** The current member, on whose value the reader stands, is not allowed; it is passed over. */
    void unknown(List<String> allowed) throws UnreadableJsonException {
        unknown(json.name(), allowed, json.location(json.nameOffset(), json.pointer()));
        json.skipValue();
    }

    void unknown(String name, List<String> allowed, Location place) {
        for (String property : allowed) {
            if (property.equalsIgnoreCase(name) && !property.equals(name)) {
                report(Finding.of(StatementRequirement.PROPERTY_CASE)
                        .with("property", name)
                        .with("allowed", property)
                        .at(place));
                return;
            }
        }
        report(Finding.of(StatementRequirement.UNKNOWN_PROPERTY)
                .with("property", name)
                .with("allowed", allowed)
                .at(place));
    }

    /** A property has an empty object for its value; the reader stands on its end. */
    void empty(String property) {
        if (!isXapi20()) {
            report(Finding.of(StatementRequirement.EMPTY_OBJECT)
                    .with("property", property)
                    .at(json.location()));
        }
    }

    private void wrongType(String property, JsonEvent expected) throws UnreadableJsonException {
        JsonEvent event = json.event();
        if (event == JsonEvent.NULL) {
            report(Finding.of(StatementRequirement.NULL_VALUE)
                    .with("property", property)
                    .at(json.location()));
            return;
        }
        if (event == JsonEvent.STRING && (expected == JsonEvent.NUMBER || expected == JsonEvent.TRUE)) {
            report(Finding.of(
                            expected == JsonEvent.NUMBER
                                    ? StatementRequirement.NUMBER_AS_STRING
                                    : StatementRequirement.BOOLEAN_AS_STRING)
                    .with("property", property)
                    .with("value", json.text())
                    .at(json.location()));
            return;
        }
        report(Finding.of(StatementRequirement.WRONG_TYPE)
                .with("property", property)
                .with("found", event.typeName())
                .with("expected", expected.typeName())
                .at(json.location()));
        json.skipValue();
    }

    /** Moves to the next member's value; {@link Members} has its number. */
    int next() throws UnreadableJsonException {
        return json.nextMember(Members.ALL);
    }

    // Values. The reader stands on them.

    /** Whether the value is an object; else it has been passed over. */
    boolean object(String property) throws UnreadableJsonException {
        if (json.isOn(JsonEvent.START_OBJECT)) {
            return true;
        }
        wrongType(property, JsonEvent.START_OBJECT);
        return false;
    }

    /** Whether the value is an array; else it has been passed over. */
    boolean array(String property) throws UnreadableJsonException {
        if (json.isOn(JsonEvent.START_ARRAY)) {
            return true;
        }
        wrongType(property, JsonEvent.START_ARRAY);
        return false;
    }

    /** A look at the string that is the value. */
    @Nullable
    CharSequence view(String property) throws UnreadableJsonException {
        if (json.isOn(JsonEvent.STRING)) {
            return json.textView();
        }
        wrongType(property, JsonEvent.STRING);
        return null;
    }

    /** A string of any content; null when records are not made, too. */
    @Nullable
    String text(String property) throws UnreadableJsonException {
        if (json.isOn(JsonEvent.STRING)) {
            return binding ? json.text() : null;
        }
        wrongType(property, JsonEvent.STRING);
        return null;
    }

    /** An IRI; null when it is not kept, too. */
    @Nullable
    String iri(String property, StatementRequirement requirement, boolean keep) throws UnreadableJsonException {
        CharSequence view = view(property);
        if (view == null) {
            return null;
        }
        if (!json.isIri()) {
            report(requirement, view);
            return null;
        }
        return keep ? view.toString() : null;
    }

    /** An IRL; null when it is not kept, too. */
    @Nullable
    String irl(String property, StatementRequirement requirement, boolean keep) throws UnreadableJsonException {
        CharSequence view = view(property);
        if (view == null) {
            return null;
        }
        if (!json.isIri() || Identifiers.isUrn(view)) {
            report(requirement, view);
            return null;
        }
        return keep ? view.toString() : null;
    }

    /** A language tag; null when records are not made, too. */
    @Nullable
    String languageTag(String property, StatementRequirement requirement) throws UnreadableJsonException {
        CharSequence view = view(property);
        if (view == null) {
            return null;
        }
        if (!LanguageTag.isValid(view)) {
            report(requirement, view);
            return null;
        }
        return binding ? view.toString() : null;
    }

    /** A timestamp that is kept. */
    @Nullable
    String timestamp(String property) throws UnreadableJsonException {
        CharSequence view = view(property);
        if (view == null) {
            return null;
        }
        StatementRequirement broken = ValueRules.timestamp(view, isXapi20());
        if (broken != null) {
            report(Finding.of(broken)
                    .with("property", property)
                    .with("value", view.toString())
                    .at(json.location()));
            if (broken != StatementRequirement.TIMESTAMP_RFC_3339) {
                return null;
            }
        }
        return view.toString();
    }

    @Nullable
    BigDecimal number(String property) throws UnreadableJsonException {
        if (json.isOn(JsonEvent.NUMBER)) {
            return json.decimal();
        }
        wrongType(property, JsonEvent.NUMBER);
        return null;
    }

    @Nullable
    Boolean flag(String property) throws UnreadableJsonException {
        switch (json.event()) {
            case TRUE -> {
                return Boolean.TRUE;
            }
            case FALSE -> {
                return Boolean.FALSE;
            }
            default -> {
                wrongType(property, JsonEvent.TRUE);
                return null;
            }
        }
    }
}
