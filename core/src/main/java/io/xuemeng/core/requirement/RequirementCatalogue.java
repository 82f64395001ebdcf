package io.xuemeng.core.requirement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All requirements a validator judges by. Immutable and thread-safe. */
public final class RequirementCatalogue {

    private final Map<String, Requirement> byId;
    private final String version;

    private RequirementCatalogue(Map<String, Requirement> byId, String version) {
        this.byId = byId;
        this.version = version;
    }

    /**
     * A catalogue of requirements.
     *
     * @throws IllegalArgumentException when two have one id
     */
    public static RequirementCatalogue of(Collection<? extends Requirement> requirements) {
        Map<String, Requirement> byId = new TreeMap<>();
        for (Requirement requirement : requirements) {
            Requirement other = byId.put(requirement.id(), requirement);
            if (other != null) {
                throw new IllegalArgumentException("two requirements have the id " + requirement.id());
            }
        }
        return new RequirementCatalogue(byId, SdkVersion.current() + "+" + hash(byId.values()));
    }

    private static String hash(Collection<Requirement> requirements) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (Requirement requirement : requirements) {
            String line = String.join(
                    "\u0000",
                    requirement.id(),
                    requirement.level().name(),
                    requirement.severity().name(),
                    requirement.source(),
                    requirement.text(TextPart.PROBLEM, Locale.ROOT));
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    /** All requirements, sorted by id. */
    public List<Requirement> requirements() {
        return List.copyOf(byId.values());
    }

    /** The requirement with an id, or empty when there is none. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The library's version and a hash over the requirements, for example {@code 0.1.0+1f0c9a2be4d7}. */
    public String version() {
        return version;
    }
}
