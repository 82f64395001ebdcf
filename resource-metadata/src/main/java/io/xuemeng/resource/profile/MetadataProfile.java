package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.ProfileReference;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What records must hold beyond being well-formed: a profile file, read. Immutable and thread-safe.
 *
 * <p>A profile that extends another adds requirements and may make those of the other stricter, never milder.
 */
public final class MetadataProfile {

    /** The largest profile file that is read, in bytes: 4 MiB. */
    public static final int MAX_BYTES = 4 << 20;

    private static final Map<String, MetadataProfile> BUNDLED = new HashMap<>();

    private final String id;
    private final String version;
    private final String titleZh;
    private final String titleEn;
    private final @Nullable MetadataProfile base;
    private final ProfileTexts texts;
    private final List<ProfileElement> elements;
    private final List<ProfileRequirement> requirements;
    private final Map<String, Severity> grades;
    private final ProfileReference reference;

    MetadataProfile(
            String id,
            String version,
            String titleZh,
            String titleEn,
            @Nullable MetadataProfile base,
            ProfileTexts texts,
            List<ProfileElement> elements,
            Map<String, Severity> grades,
            String sha256) {
        this.id = id;
        this.version = version;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.base = base;
        this.texts = texts;
        this.elements = List.copyOf(elements);
        List<ProfileRequirement> all = new ArrayList<>(base == null ? List.of() : base.requirements);
        elements.forEach(element -> all.addAll(element.requirements()));
        this.requirements = List.copyOf(all);
        Map<String, Severity> merged = new HashMap<>(base == null ? Map.of() : base.grades);
        merged.putAll(grades);
        this.grades = Map.copyOf(merged);
        this.reference = new ProfileReference(id, version, sha256);
    }

    /** The LOM as it stands (GB/T 21365, IEEE 1484.12.1): nothing is mandatory, what exceeds its smallest maxima is noted. */
    public static MetadataProfile lom() {
        return bundled("lom");
    }

    /** Digital textbooks of primary and secondary schools (GB/T 41469-2022, table 1). */
    public static MetadataProfile textbook() {
        return bundled("textbook");
    }

    /** The content objects a digital textbook is made of (GB/T 41469-2022, table 2). */
    public static MetadataProfile contentObject() {
        return bundled("content-object");
    }

    /**
     * Resources of basic education: the alliance profile, a draft of this project on top of {@link #lom()}. Each of its
     * requirements names its source or says that it is a profile decision.
     */
    public static MetadataProfile alliance() {
        return bundled("alliance");
    }

    /**
     * Reads a profile file.
     *
     * @throws IOException when the file cannot be read or has more than {@value #MAX_BYTES} bytes
     * @throws InvalidProfileException when it is no profile; it lists every problem with its line
     */
    public static MetadataProfile read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new IOException("the profile " + file + " has " + size + " bytes, more than the " + MAX_BYTES
                    + " that are read; is it a profile?");
        }
        return new ProfileReader(file.toString(), false).read(Files.readAllBytes(file));
    }

    /**
     * Reads the bytes of a profile file.
     *
     * @throws InvalidProfileException when they are no profile; it lists every problem with its line
     */
    public static MetadataProfile read(byte[] file) {
        return new ProfileReader("file", false).read(file);
    }

    static List<String> bundledIds() {
        return List.of("lom", "textbook", "content-object", "alliance");
    }

    static MetadataProfile bundled(String id) {
        synchronized (BUNDLED) {
            MetadataProfile profile = BUNDLED.get(id);
            if (profile == null) {
                profile = new ProfileReader(id + ".json", true).read(resource(id + ".json"));
                BUNDLED.put(id, profile);
            }
            return profile;
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = MetadataProfile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the profile " + name + " is missing from its artifact");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the profile " + name + " could not be read", e);
        }
    }

    /** The id, for example {@code alliance}. */
    public String id() {
        return id;
    }

    /** The version its file states. */
    public String version() {
        return version;
    }

    /** The title in the reader's language. */
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? titleZh : titleEn;
    }

    /** The profile it extends, or empty when it stands for itself. */
    public Optional<MetadataProfile> base() {
        return Optional.ofNullable(base);
    }

    /** What its own file says about elements, in the file's order; without what it takes from its base. */
    public List<ProfileElement> elements() {
        return elements;
    }

    /** All its requirements, those of the profiles it extends first. */
    public List<ProfileRequirement> requirements() {
        return requirements;
    }

    /** The requirement with an id, its own or of a profile it extends; empty when there is none. */
    public Optional<ProfileRequirement> requirement(String requirementId) {
        return requirements.stream()
                .filter(requirement -> requirement.id().equals(requirementId))
                .findFirst();
    }

    /** The severities it gives to requirements in place of their own, by id, those of its base included. */
    public Map<String, Severity> grades() {
        return grades;
    }

    /** Id, version and hash, as reports carry them. */
    public ProfileReference reference() {
        return reference;
    }

    /** How severe a break of a requirement, of any family, is under this profile. */
    public Severity grade(Requirement requirement) {
        return grades.getOrDefault(requirement.id(), requirement.severity());
    }

    /** A sink that gives findings this profile's severities before it passes them on. */
    public FindingSink grading(FindingSink target) {
        return grades.isEmpty() ? target : finding -> target.report(graded(finding));
    }

    private Finding graded(Finding finding) {
        Severity severity = grades.get(finding.id());
        if (severity == null || severity == finding.severity()) {
            return finding;
        }
        Finding.Builder builder =
                Finding.of(finding.requirement()).severity(severity).at(finding.location());
        finding.arguments().forEach(builder::with);
        return builder.occurrences(finding.occurrences(), finding.examples()).build();
    }

    ProfileTexts texts() {
        return texts;
    }

    /** {@code alliance 1.0}. */
    @Override
    public String toString() {
        return id + ' ' + version;
    }
}
