package io.xuemeng.conformance.validator;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A package to judge. Its file's name says nothing of what is expected. Immutable.
 *
 * @param file the package
 * @param profile the profile to hold the metadata against: {@code lom}, {@code alliance}, {@code textbook} or {@code
 *     content-object}; the first is the one to use where nothing is asked for beyond the standards
 * @param limits limits to keep instead of the usual ones, by the names of the written profile; empty unless the validator
 *     declares the feature {@code limits}
 */
public record ValidationRequest(Path file, String profile, Map<String, Long> limits) {

    /** Copies the map. */
    public ValidationRequest {
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
    }
}
