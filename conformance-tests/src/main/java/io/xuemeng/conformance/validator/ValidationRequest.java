package io.xuemeng.conformance.validator;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package to judge. Its file's name says nothing of what is expected. Immutable.
 *
 * @param file the package
 * @param profile the profile to hold the metadata against: {@code lom}, {@code alliance}, {@code textbook} or {@code
 *     content-object}; the first is the one to use where nothing is asked for beyond the standards
 * @param limits limits to keep instead of the usual ones, by the names of the written profile; empty unless the validator
 *     declares the feature {@code limits}
 * @param signatures when not null, only this is asked: whether the package is signed and everything about its signatures is
 *     right, by whom to trust and when; null unless the validator declares the feature {@code signatures}
 */
public record ValidationRequest(
        Path file,
        String profile,
        Map<String, Long> limits,
        @Nullable SignatureTrust signatures) {

    /** Copies the map. */
    public ValidationRequest {
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    /** A package that is judged whether or not it is signed. */
    public ValidationRequest(Path file, String profile, Map<String, Long> limits) {
        this(file, profile, limits, null);
    }

    /** The same question about another file. */
    public ValidationRequest withFile(Path other) {
        return new ValidationRequest(other, profile, limits, signatures);
    }

    /** The same question with other limits. */
    public ValidationRequest withLimits(Map<String, Long> other) {
        return new ValidationRequest(file, profile, other, signatures);
    }
}
