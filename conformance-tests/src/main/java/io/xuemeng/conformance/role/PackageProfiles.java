package io.xuemeng.conformance.role;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.resource.ResourceCatalogue;
import io.xuemeng.resource.profile.MetadataProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles that packages are held against, in the roles that are about packages. */
public final class PackageProfiles {

    /** The id of the profile that every package is held against; a platform declares the others as features. */
    public static final String BASE = "lom";

    private static final Map<String, MetadataProfile> BY_ID = new LinkedHashMap<>();

    static {
        for (MetadataProfile profile : List.of(
                MetadataProfile.lom(),
                MetadataProfile.alliance(),
                MetadataProfile.textbook(),
                MetadataProfile.contentObject())) {
            BY_ID.put(profile.id(), profile);
        }
    }

    private PackageProfiles() {}

    /** The profile with an id. */
    public static Optional<MetadataProfile> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * Adds a feature for each profile that a platform may declare.
     *
     * @param text the key of the text that says what the feature means, with a place for the profile's title
     */
    public static void addFeatures(Map<String, Bilingual> features, String text) {
        for (MetadataProfile profile : BY_ID.values()) {
            if (!profile.id().equals(BASE)) {
                features.put("profile-" + profile.id(), Texts.of(text, Bilingual.of(profile::title)));
            }
        }
    }

    /** All requirements on packages, whatever the profile, and those that a role adds. */
    public static RequirementCatalogue catalogue(List<? extends Requirement> own) {
        // A profile has the requirements of the profiles that it extends, too.
        Map<String, Requirement> all = new LinkedHashMap<>();
        ResourceCatalogue.requirements().forEach(requirement -> all.put(requirement.id(), requirement));
        for (MetadataProfile profile : BY_ID.values()) {
            profile.requirements().forEach(requirement -> all.put(requirement.id(), requirement));
        }
        own.forEach(requirement -> all.put(requirement.id(), requirement));
        return RequirementCatalogue.of(all.values());
    }
}
