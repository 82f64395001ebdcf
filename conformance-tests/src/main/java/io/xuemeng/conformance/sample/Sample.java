package io.xuemeng.conformance.sample;

import java.util.Map;
import java.util.TreeMap;

/**
 * One file that keeps a requirement or breaks it, and nothing else. Immutable.
 *
 * @param id the requirement
 * @param file the file's name; it begins with {@code pass} or {@code fail}
 * @param limits the limits it is to be read with where they are not the usual ones, by name; empty mostly
 */
public record Sample(String id, String file, Map<String, Long> limits) {

    /** Copies the map. */
    public Sample {
        limits = java.util.Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    /** Whether it keeps the requirement. */
    public boolean isGood() {
        return file.startsWith("pass");
    }

    /** The family of its requirement: {@code ZIP}, {@code META}, the id of a profile. */
    public String family() {
        return id.substring(0, id.lastIndexOf('-'));
    }

    /** The name's ending, without the dot. */
    public String extension() {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    /** The file's name without its ending. */
    public String stem() {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** {@code ZIP-012/fail.zip}. */
    @Override
    public String toString() {
        return id + '/' + file;
    }
}
