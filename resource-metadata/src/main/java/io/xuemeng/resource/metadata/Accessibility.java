package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom the resource is accessible (无障碍). Not in LOM. Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param accessModes senses needed to perceive it; empty when there are none
 * @param accessModesSufficient sets of senses that suffice, comma-separated; empty when there are none
 * @param features what makes it accessible, for example captions; empty when there are none
 * @param hazards what may harm, for example flashing; empty when there are none
 * @param controls how it can be operated; empty when there are none
 * @param summary accessibility in words; null when absent
 * @see "schema.org accessibility properties; profile decision"
 */
public record Accessibility(
        List<VocabularyTerm> accessModes,
        List<String> accessModesSufficient,
        List<VocabularyTerm> features,
        List<VocabularyTerm> hazards,
        List<VocabularyTerm> controls,
        @Valid @Nullable MultilingualText summary) {

    /** Copies the lists. */
    public Accessibility {
        accessModes = List.copyOf(accessModes);
        accessModesSufficient = List.copyOf(accessModesSufficient);
        features = List.copyOf(features);
        hazards = List.copyOf(hazards);
        controls = List.copyOf(controls);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.accessModes.addAll(accessModes);
        builder.accessModesSufficient.addAll(accessModesSufficient);
        builder.features.addAll(features);
        builder.hazards.addAll(hazards);
        builder.controls.addAll(controls);
        builder.summary = summary;
        return builder;
    }

    /** Builds an {@link Accessibility}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private final List<VocabularyTerm> accessModes = new ArrayList<>();
        private final List<String> accessModesSufficient = new ArrayList<>();
        private final List<VocabularyTerm> features = new ArrayList<>();
        private final List<VocabularyTerm> hazards = new ArrayList<>();
        private final List<VocabularyTerm> controls = new ArrayList<>();
        private @Nullable MultilingualText summary;

        private Builder() {}

        /** Adds one of {@link Accessibility#accessModes()}. */
        public Builder accessMode(VocabularyTerm value) {
            accessModes.add(value);
            return this;
        }

        /** Adds one of {@link Accessibility#accessModesSufficient()}. */
        public Builder accessModeSufficient(String value) {
            accessModesSufficient.add(value);
            return this;
        }

        /** Adds one of {@link Accessibility#features()}. */
        public Builder accessibilityFeature(VocabularyTerm value) {
            features.add(value);
            return this;
        }

        /** Adds one of {@link Accessibility#hazards()}. */
        public Builder accessibilityHazard(VocabularyTerm value) {
            hazards.add(value);
            return this;
        }

        /** Adds one of {@link Accessibility#controls()}. */
        public Builder accessibilityControl(VocabularyTerm value) {
            controls.add(value);
            return this;
        }

        /** Sets {@link Accessibility#summary()}; null removes it. */
        public Builder summary(@Nullable MultilingualText value) {
            summary = value;
            return this;
        }

        /** The Accessibility. */
        public Accessibility build() {
            return new Accessibility(accessModes, accessModesSufficient, features, hazards, controls, summary);
        }
    }
}
