package io.xuemeng.resource.content;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.resource.metadata.AigcLabel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the labels for AI-generated content that a package's files carry against the one that its metadata declares. Give
 * it the labels of each file as it is inspected, and the metadata's at the end:
 *
 * <ul>
 *   <li>files are labelled, the metadata is not: {@link FileRequirement#LABEL_NOT_IN_METADATA}, once, with the number of
 *       files; an ERROR when a file says that it is generated ({@code Label} 1), a WARNING otherwise;
 *   <li>the metadata is labelled, no file is, not even with a label that cannot be read: {@link
 *       FileRequirement#LABEL_NOT_IN_FILES};
 *   <li>a field of the metadata has a value that no labelled file has: {@link
 *       FileRequirement#LABEL_DIFFERS_FROM_METADATA}. A package holds files of several generators, each with a number of
 *       its own, and its metadata names one; so it is enough that one file agrees. {@code Label} alone must not be milder
 *       than the files': metadata that says "possibly" above a file that says "generated" is reported. Absent and empty
 *       values contradict nothing; that they are absent is reported for itself.
 * </ul>
 *
 * <p>Memory is bounded: of each field the first {@value #MAX_VALUES} different values are kept; beyond, a value that is not
 * among them is not reported. Not thread-safe.
 */
public final class AigcLabelCheck {

    private static final int MAX_VALUES = 64;
    private static final int MAX_VALUE_LENGTH = 4096;
    private static final String GENERATED = "1";

    private final Map<LabelField, Set<String>> values = new EnumMap<>(LabelField.class);
    private final List<Location> examples = new ArrayList<>();
    private @Nullable Location first;
    private @Nullable String firstLabel;
    private @Nullable String lastPath;
    private @Nullable Location generated;
    private boolean unreadable;
    private long files;

    /** A check that has seen no file yet. */
    public AigcLabelCheck() {
        for (LabelField field : LabelField.values()) {
            values.put(field, new LinkedHashSet<>());
        }
    }

    /** Compares in one go. */
    public static void compare(@Nullable AigcLabel declared, Collection<FoundLabel> found, FindingSink sink) {
        AigcLabelCheck check = new AigcLabelCheck();
        found.forEach(check::add);
        check.compare(declared, sink);
    }

    /** Takes what was learnt about a file. */
    public void add(Inspection inspected) {
        unreadable |= inspected.unreadableLabel();
        inspected.labels().forEach(this::add);
    }

    /** Takes a label of a file; labels of one file follow each other. */
    public void add(FoundLabel found) {
        for (LabelField field : LabelField.values()) {
            String value = field.of(found.label());
            Set<String> known = values.get(field);
            if (value != null && !value.isBlank() && known != null && known.size() < MAX_VALUES) {
                known.add(cut(value));
            }
        }
        Location location = Location.entry(found.path());
        if (generated == null && GENERATED.equals(found.label().label())) {
            generated = location;
        }
        if (found.path().equals(lastPath)) {
            return;
        }
        lastPath = found.path();
        files++;
        if (first == null) {
            first = location;
            firstLabel = found.label().label();
        } else if (examples.size() < FindingCollector.MAX_EXAMPLES) {
            examples.add(location);
        }
    }

    /**
     * Compares what was added with the metadata's label.
     *
     * @param declared the metadata's label; null when it has none
     */
    public void compare(@Nullable AigcLabel declared, FindingSink sink) {
        if (declared == null) {
            if (first != null) {
                undeclared(first, sink);
            }
        } else if (first == null) {
            // A file whose label cannot be read has been reported, and it does carry one.
            if (unreadable) {
                return;
            }
            sink.report(Finding.of(FileRequirement.LABEL_NOT_IN_FILES)
                    .with("found", text(declared.label()))
                    .build());
        } else {
            for (LabelField field : LabelField.values()) {
                compare(field, text(field.of(declared)), first, sink);
            }
        }
    }

    private void undeclared(Location location, FindingSink sink) {
        sink.report(Finding.of(FileRequirement.LABEL_NOT_IN_METADATA)
                .severity(generated == null ? Severity.WARNING : Severity.ERROR)
                .at(location)
                .with("found", text(firstLabel))
                .occurrences(files, examples)
                .build());
    }

    private void compare(LabelField field, String declared, Location location, FindingSink sink) {
        Set<String> found = values.getOrDefault(field, Set.of());
        if (declared.isBlank() || found.isEmpty()) {
            return;
        }
        boolean milder = field == LabelField.LABEL && generated != null && !declared.equals(GENERATED);
        boolean unknown = found.size() < MAX_VALUES && !found.contains(cut(declared));
        if (milder || unknown) {
            sink.report(Finding.of(FileRequirement.LABEL_DIFFERS_FROM_METADATA)
                    .at(milder && generated != null ? generated : location)
                    .with("field", field.key())
                    .with("declared", '"' + declared + '"')
                    .with("found", quoted(found))
                    .build());
        }
    }

    /** Reports the first field in which the labels of one file differ. */
    static void compareWithinFile(List<FoundLabel> found, Location location, FindingSink sink) {
        for (int i = 1; i < found.size(); i++) {
            FoundLabel one = found.get(0);
            FoundLabel other = found.get(i);
            for (LabelField field : LabelField.values()) {
                String value = text(field.of(one.label()));
                String otherValue = text(field.of(other.label()));
                if (!value.equals(otherValue)) {
                    sink.report(Finding.of(FileRequirement.LABELS_CONTRADICT)
                            .at(location)
                            .with("first", one.carrier().label())
                            .with("second", other.carrier().label())
                            .with("field", field.key())
                            .with("found", value)
                            .with("other", otherValue)
                            .build());
                    break;
                }
            }
        }
    }

    private static List<String> quoted(Set<String> values) {
        return values.stream()
                .limit(FindingCollector.MAX_EXAMPLES)
                .map(value -> '"' + value + '"')
                .toList();
    }

    private static String cut(String value) {
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
