package io.xuemeng.conformance.role;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.lrs.statement.XapiVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the roles about learner records have in common: features that name versions of xAPI, and how moments are written. */
public final class XapiRoles {

    private XapiRoles() {}

    /** The feature that says that a platform speaks a version. */
    public static String feature(XapiVersion version) {
        return switch (version) {
            case V1_0 -> "xapi-1.0.3";
            case V2_0 -> "xapi-2.0";
        };
    }

    /** The features of all versions, with their texts. */
    public static void addFeatures(Map<String, Bilingual> features) {
        for (XapiVersion version : XapiVersion.values()) {
            features.put(feature(version), Texts.of("lrs.feature.version", version.edition()));
        }
    }

    /** The versions that these features declare, the oldest first. */
    public static List<XapiVersion> declared(Set<String> features) {
        return Arrays.stream(XapiVersion.values())
                .filter(version -> features.contains(feature(version)))
                .toList();
    }

    /** A moment of ISO 8601 with its zone; empty when it is none. */
    public static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
