package io.xuemeng.resource.metadata;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The technical properties of the resource (技术). Texts are held as found, right or wrong; validation judges them. Immutable.
 *
 * @param formats MIME types, or {@code non-digital} (格式); empty when there are none
 * @param size bytes, decimal digits only, as found (大小); null when absent
 * @param locations where it can be had: IRIs (位置); empty when there are none
 * @param requirements what is needed to use it (要求); empty when there are none
 * @param installationRemarks how to install it (安装说明); null when absent
 * @param otherPlatformRequirements further requirements (其他平台要求); null when absent
 * @param duration how long it plays (持续时间); null when absent
 * @see <a href="https://standards.ieee.org/ieee/1484.12.1/7699/">LOM 4</a>
 */
public record Technical(
        List<String> formats,
        @Nullable String size,
        List<String> locations,
        List<TechnicalRequirement> requirements,
        @Valid @Nullable MultilingualText installationRemarks,
        @Valid @Nullable MultilingualText otherPlatformRequirements,
        @Valid @Nullable DurationText duration) {

    /** Copies the lists. */
    public Technical {
        formats = List.copyOf(formats);
        locations = List.copyOf(locations);
        requirements = List.copyOf(requirements);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.formats.addAll(formats);
        builder.size = size;
        builder.locations.addAll(locations);
        builder.requirements.addAll(requirements);
        builder.installationRemarks = installationRemarks;
        builder.otherPlatformRequirements = otherPlatformRequirements;
        builder.duration = duration;
        return builder;
    }

    /** Builds a {@link Technical}. Checks nothing but that nothing is null. Not thread-safe. */
    public static final class Builder {

        private final List<String> formats = new ArrayList<>();
        private @Nullable String size;
        private final List<String> locations = new ArrayList<>();
        private final List<TechnicalRequirement> requirements = new ArrayList<>();
        private @Nullable MultilingualText installationRemarks;
        private @Nullable MultilingualText otherPlatformRequirements;
        private @Nullable DurationText duration;

        private Builder() {}

        /** Adds one of {@link Technical#formats()}. */
        public Builder format(String value) {
            formats.add(value);
            return this;
        }

        /** Sets {@link Technical#size()}; null removes it. */
        public Builder size(@Nullable String value) {
            size = value;
            return this;
        }

        /** Adds one of {@link Technical#locations()}. */
        public Builder location(String value) {
            locations.add(value);
            return this;
        }

        /** Adds one of {@link Technical#requirements()}. */
        public Builder requirement(TechnicalRequirement value) {
            requirements.add(value);
            return this;
        }

        /** Sets {@link Technical#installationRemarks()}; null removes it. */
        public Builder installationRemarks(@Nullable MultilingualText value) {
            installationRemarks = value;
            return this;
        }

        /** Sets {@link Technical#otherPlatformRequirements()}; null removes it. */
        public Builder otherPlatformRequirements(@Nullable MultilingualText value) {
            otherPlatformRequirements = value;
            return this;
        }

        /** Sets {@link Technical#duration()}; null removes it. */
        public Builder duration(@Nullable DurationText value) {
            duration = value;
            return this;
        }

        /** The Technical. */
        public Technical build() {
            return new Technical(
                    formats, size, locations, requirements, installationRemarks, otherPlatformRequirements, duration);
        }
    }
}
