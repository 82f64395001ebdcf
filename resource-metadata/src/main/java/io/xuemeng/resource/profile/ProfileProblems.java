package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads typed values out of a profile file's nodes and gathers what is wrong with them. */
final class ProfileProblems {

    private final FindingCollector findings = new FindingCollector();

    void add(ProfileNode node, Finding.Builder finding) {
        findings.report(finding.at(node.location).build());
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    InvalidProfileException toException(String file) {
        return new InvalidProfileException(file, findings.findings());
    }

    /** Reports every field of an object that is not one of those allowed; false when the node is no object. */
    boolean object(ProfileNode node, String... allowed) {
        if (!node.isObject()) {
            add(node, Finding.of(ProfileFileRequirement.OBJECT));
            return false;
        }
        List<String> names = Arrays.asList(allowed);
        node.fields.forEach((name, value) -> {
            if (!names.contains(name)) {
                add(
                        value,
                        Finding.of(ProfileFileRequirement.UNKNOWN_FIELD)
                                .with("field", name)
                                .with("allowed", names));
            }
        });
        return true;
    }

    @Nullable
    String text(ProfileNode object, String name) {
        ProfileNode node = object.get(name);
        if (node == null) {
            return null;
        }
        if (!node.isText() || node.text.isBlank()) {
            add(node, Finding.of(ProfileFileRequirement.TEXT));
            return null;
        }
        return node.text;
    }

    @Nullable
    String requiredText(ProfileNode object, String name) {
        if (object.get(name) == null) {
            add(object, Finding.of(ProfileFileRequirement.MISSING_FIELD).with("field", name));
            return null;
        }
        return text(object, name);
    }

    /** A number from 1, or the value given when the field is absent or wrong. */
    int positive(ProfileNode object, String name, int otherwise) {
        ProfileNode node = object.get(name);
        if (node == null) {
            return otherwise;
        }
        if (node.isInteger() && node.text.length() < 10 && Integer.parseInt(node.text) > 0) {
            return Integer.parseInt(node.text);
        }
        add(node, Finding.of(ProfileFileRequirement.POSITIVE).with("field", name));
        return otherwise;
    }

    /** The texts of an array; empty when the field is absent or wrong. */
    List<String> texts(ProfileNode object, String name) {
        ProfileNode node = object.get(name);
        List<String> texts = new ArrayList<>();
        if (node == null) {
            return texts;
        }
        if (!node.isArray() || node.items.isEmpty()) {
            add(node, Finding.of(ProfileFileRequirement.ARRAY).with("field", name));
            return texts;
        }
        for (ProfileNode item : node.items) {
            if (item.isText() && !item.text.isBlank() && !texts.contains(item.text)) {
                texts.add(item.text);
            } else {
                add(item, Finding.of(ProfileFileRequirement.TEXT));
            }
        }
        return texts;
    }

    /** A constant of an enum by its name; null when the field is absent or wrong. */
    <E extends Enum<E>> @Nullable E constant(ProfileNode object, String name, Class<E> type) {
        ProfileNode node = object.get(name);
        return node == null ? null : constant(node, type);
    }

    <E extends Enum<E>> @Nullable E constant(ProfileNode node, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (node.isText() && constant.name().equals(node.text)) {
                return constant;
            }
        }
        add(
                node,
                Finding.of(ProfileFileRequirement.CONSTANT)
                        .with(
                                "allowed",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()));
        return null;
    }
}
