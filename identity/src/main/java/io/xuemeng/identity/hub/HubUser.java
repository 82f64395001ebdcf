package io.xuemeng.identity.hub;

import io.xuemeng.core.json.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as the hub names one to a platform: personal data. Immutable; {@code toString} says nothing of the person.
 *
 * @param id {@code userId}, or {@code personId} in the older form of provincial platforms
 * @param name null when it was not told
 * @param gender null when it was not told or is unknown
 * @param identity null when it was not told or its code is none of the known ones
 * @param others everything else the hub told, the codes above included, as it is written
 */
public record HubUser(
        String id,
        @Nullable String name,
        @Nullable Gender gender,
        @Nullable HubIdentity identity,
        Map<String, RawJson> others) {

    /** The genders that the hub tells apart. */
    public enum Gender {
        /** 1. */
        MALE,
        /** 2. */
        FEMALE;

        static @Nullable Gender ofCode(String code) {
            return switch (code) {
                case "1" -> MALE;
                case "2" -> FEMALE;
                default -> null;
            };
        }
    }

    /** Copies the map. */
    public HubUser {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** What the person is, when the hub said it with a known code. */
    public Optional<HubIdentity> statedIdentity() {
        return Optional.ofNullable(identity);
    }

    /** What the person is and the names of what else was told. */
    @Override
    public String toString() {
        return "HubUser[" + identity + ", " + others.keySet() + "]";
    }
}
