package io.xuemeng.core.jose;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, a header or a key, and what is said when one is not of the type it must have. Read once; for one
 * thread.
 */
final class Members {

    private static final Argument STRING = new Argument.Term("a string", "字符串");
    private static final Argument NOT_EMPTY = new Argument.Term("a string that is not empty", "非空字符串");
    private static final Argument BOOLEAN = new Argument.Term("true or false", "true 或 false");
    private static final Argument STRINGS = new Argument.Term("an array of strings", "字符串数组");

    private final Map<String, RawJson> values = new LinkedHashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final String pointer;
    private final Requirement form;
    private final Limits limits;
    private final FindingSink findings;
    private boolean duplicates;
    private boolean faulty;

    private Members(String pointer, Requirement form, Limits limits, FindingSink findings) {
        this.pointer = pointer;
        this.form = form;
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * Reads an object; the reader stands on its start and then on its end.
     *
     * @param pointer where the object stands in its document, for findings
     * @param form what a member of the wrong type breaks
     */
    static Members read(JsonReader json, String pointer, Requirement form) throws UnreadableJsonException {
        Members members = new Members(pointer, form, json.limits(), json.findings());
        while (json.nextMember()) {
            String name = json.name();
            if (json.next() == JsonEvent.STRING) {
                members.texts.put(name, json.text());
            }
            if (members.values.put(name, json.captureValue()) != null) {
                members.duplicates = true;
            }
        }
        return members;
    }

    /** Whether a name stood there twice; the reader has reported it. */
    boolean hasDuplicates() {
        return duplicates;
    }

    /** Whether {@link #report} was called, by this class too. */
    boolean isFaulty() {
        return faulty;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Map<String, RawJson> values() {
        return values;
    }

    @Nullable
    RawJson raw(String name) {
        return values.get(name);
    }

    /** A string, or null when there is none or it is something else, which is reported. */
    @Nullable
    String string(String name) {
        String text = texts.get(name);
        if (text == null && has(name)) {
            report(Finding.of(form).with("name", name).with("expected", STRING), name);
        }
        return text;
    }

    /** The same for a string that says something only when it is not empty. */
    @Nullable
    String nonEmptyString(String name) {
        String text = string(name);
        if (text != null && text.isEmpty()) {
            report(Finding.of(form).with("name", name).with("expected", NOT_EMPTY), name);
            return null;
        }
        return text;
    }

    /** Whether a member is there and is not {@code true}; something else than true or false is reported. */
    boolean isFalse(String name) {
        RawJson value = values.get(name);
        if (value == null || value.text().equals("true")) {
            return false;
        }
        if (value.text().equals("false")) {
            return true;
        }
        report(Finding.of(form).with("name", name).with("expected", BOOLEAN), name);
        return false;
    }

    /** An array of strings, or null when there is none or it is something else, which is reported. */
    @Nullable
    List<String> strings(String name) {
        RawJson value = values.get(name);
        if (value == null) {
            return null;
        }
        List<String> texts = stringsOf(value);
        if (texts == null) {
            report(Finding.of(form).with("name", name).with("expected", STRINGS), name);
        }
        return texts;
    }

    /** The elements of an array of strings; null for every other value, without a report. */
    @Nullable
    List<String> stringsOf(RawJson value) {
        if (!value.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        // What there is to say of its JSON was said when it was read.
        try (JsonReader json = value.open(limits, finding -> {})) {
            json.next();
            while (json.nextElement()) {
                if (json.event() != JsonEvent.STRING) {
                    return null;
                }
                texts.add(json.text());
            }
            return texts;
        } catch (UnreadableJsonException e) {
            // A text that is too long.
            return null;
        }
    }

    void report(Finding.Builder finding, @Nullable String name) {
        faulty = true;
        note(finding, name);
    }

    /** Reports what does not spoil the object. */
    void note(Finding.Builder finding, @Nullable String name) {
        String place =
                name == null ? pointer : pointer + '/' + name.replace("~", "~0").replace("/", "~1");
        findings.report(finding.at(Location.at(null, place, 0, 0)).build());
    }
}
