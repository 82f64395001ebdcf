package io.xuemeng.identity.token;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of a person's place in the education system: 教育声明. It says no more than platforms need to open the right doors;
 * names and numbers of people are no part of it. Immutable.
 *
 * @param roles {@code edu_role}; empty when it says none
 * @param organization {@code edu_org}: the school or institution; null when it is not said
 * @param region {@code edu_region}: the area (GB/T 2260); null when it is not said
 * @param stage {@code edu_stage}; null when it is not said
 * @param minor {@code edu_minor}: whether the person is under 14, whose data need a guardian's consent (Personal Information Protection
 *     Law, article 31); null when it is not said, which is not "no"
 */
public record EducationClaims(
        List<EducationRole> roles,
        @Nullable InstitutionId organization,
        @Nullable AreaCode region,
        @Nullable EducationStage stage,
        @Nullable Boolean minor) {

    private static final EducationClaims NONE = new EducationClaims(List.of(), null, null, null, null);

    /** Copies the roles. */
    public EducationClaims {
        roles = List.copyOf(roles);
    }

    /** Nothing is said. */
    public static EducationClaims none() {
        return NONE;
    }

    /** A role and nothing else. */
    public static EducationClaims of(EducationRole role) {
        return new EducationClaims(List.of(role), null, null, null, null);
    }

    /** The same at a school or institution. */
    public EducationClaims withOrganization(InstitutionId value) {
        return new EducationClaims(roles, value, region, stage, minor);
    }

    /** The same in an area. */
    public EducationClaims withRegion(AreaCode value) {
        return new EducationClaims(roles, organization, value, stage, minor);
    }

    /** The same in a stage. */
    public EducationClaims withStage(EducationStage value) {
        return new EducationClaims(roles, organization, region, value, minor);
    }

    /** The same for a person who is, or is not, under 14. */
    public EducationClaims withMinor(boolean value) {
        return new EducationClaims(roles, organization, region, stage, value);
    }

    /**
     * Writes what is said as members of the object that a writer is in, under the names that tokens have for it: into an answer of the
     * userinfo endpoint (OpenID Connect Core 1.0, 5.3.2), say. One role is a string, several are an array.
     */
    public void writeTo(JsonWriter out) {
        if (roles.size() == 1) {
            out.member("edu_role", roles.get(0).claim());
        } else if (!roles.isEmpty()) {
            out.name("edu_role").startArray();
            roles.forEach(role -> out.value(role.claim()));
            out.endArray();
        }
        if (organization != null) {
            out.member("edu_org", organization.text());
        }
        if (region != null) {
            out.member("edu_region", region.text());
        }
        if (stage != null) {
            out.member("edu_stage", stage.claim());
        }
        out.member("edu_minor", minor);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
