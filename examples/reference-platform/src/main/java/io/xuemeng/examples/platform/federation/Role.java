package io.xuemeng.examples.platform.federation;

import io.xuemeng.identity.federation.EntityMetadata;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a platform is in the tree of the system. */
public enum Role {
    /** The national hub: the trust anchor. It vouches for its members, and signs nobody in itself. */
    HUB,
    /** A provincial system: signs its people in, uses others' sign-ins, and vouches for platforms below it. */
    PROVINCE,
    /** A platform: the same without anybody below. */
    PLATFORM;

    /** The role of a name, in small letters. */
    public static Optional<Role> of(String text) {
        for (Role role : values()) {
            if (role.text().equals(text)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Its name, in small letters. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it signs people in, and has people signed in elsewhere. */
    public boolean hasPeople() {
        return this != HUB;
    }

    /** Whether it vouches for others. */
    public boolean hasMembers() {
        return this != PLATFORM;
    }

    /** The types of entity that it is (OpenID Federation 1.0, 5.1). */
    public List<String> entityTypes() {
        return hasPeople()
                ? List.of(
                        EntityMetadata.FEDERATION_ENTITY,
                        EntityMetadata.OPENID_PROVIDER,
                        EntityMetadata.OPENID_RELYING_PARTY)
                : List.of(EntityMetadata.FEDERATION_ENTITY);
    }
}
